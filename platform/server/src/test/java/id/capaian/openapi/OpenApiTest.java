package id.capaian.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.access.boundary.Rest;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The committed description of the API is the one its classes have. */
class OpenApiTest {

    private static final Path COMMITTED = Path.of("src/main/resources/META-INF/openapi.yaml");
    private static final String UPDATE = "capaian.openapi.update";
    private static final String HOW = "The API changed. If that is meant, write its description anew and commit it: "
            + "mvn -pl platform/server -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE
            + "=true";
    private static final int MOST_LINES = 60;

    @Test
    void theCommittedDescriptionIsThatOfTheClasses() throws IOException, URISyntaxException {
        String fresh = "# Written by OpenApiTest from the resources; not by hand.\n" + yaml();
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(COMMITTED, fresh);
        }
        String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
        if (!committed.equals(fresh)) {
            assertEquals("", difference(committed.lines().toList(), fresh.lines().toList()), HOW);
        }
    }

    private static String yaml() throws IOException, URISyntaxException {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setDereferenceAliases(true);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        return new Yaml(options).dump(new ApiDocument(resources()).toModel());
    }

    private static List<Class<?>> resources() throws IOException, URISyntaxException {
        Path classes = Path.of(Rest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes.resolve("id/capaian"))) {
            return files.map(file -> classes.relativize(file).toString()).filter(name -> name.endsWith("Resource.class"))
                    .<Class<?>>map(name -> type(name.replace('/', '.').replaceFirst("\\.class$", "")))
                    .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                    .filter(OpenApiTest::isOfTheApi).sorted(Comparator.comparing(Class::getName))
                    .collect(Collectors.toList());
        }
    }

    private static boolean isOfTheApi(Class<?> type) {
        jakarta.ws.rs.Path path = type.getAnnotation(jakarta.ws.rs.Path.class);
        return path != null && path.value().startsWith("/api/");
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, OpenApiTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands between the equal beginning and the equal end: committed lines with -, fresh ones with +. */
    private static String difference(List<String> committed, List<String> fresh) {
        int shorter = Math.min(committed.size(), fresh.size());
        int head = 0;
        while (head < shorter && committed.get(head).equals(fresh.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && committed.get(committed.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
            tail++;
        }
        Stream<String> gone = committed.subList(head, committed.size() - tail).stream().limit(MOST_LINES).map(line -> "- " + line);
        Stream<String> come = fresh.subList(head, fresh.size() - tail).stream().limit(MOST_LINES).map(line -> "+ " + line);
        return "at line " + (head + 1) + "\n" + Stream.concat(gone, come).collect(Collectors.joining("\n"));
    }
}

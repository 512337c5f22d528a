package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.local.Artifacts;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** What {@code /openapi} tells: the committed description, all of the API, and nothing besides. */
class OpenApiIT {

    private static final Path COMMITTED = Artifacts.here().root()
            .resolve("platform/server/src/main/resources/META-INF/openapi.yaml");

    private final RunningSystem system;
    private final Map<String, Object> served;

    OpenApiIT() throws IOException, InterruptedException {
        system = RunningSystem.shared();
        served = new Yaml().load(Api.nobody(system).raw("GET", "/openapi", Map.of(), null).raw().body());
    }

    /** The file itself is kept up to date by {@code OpenApiTest} in platform/server, which says how. */
    @Test
    void isTheCommittedDescription() throws IOException {
        List<String> expected = lines(new Yaml().load(Files.readString(COMMITTED)));
        List<String> found = lines(served);
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(found);
        List<String> extra = new ArrayList<>(found);
        extra.removeAll(expected);
        assertEquals(expected, found, () -> "served differs from " + COMMITTED + "; build the server anew?\nnot served: "
                + missing.stream().limit(40).collect(Collectors.joining("\n")) + "\nonly served: "
                + extra.stream().limit(40).collect(Collectors.joining("\n")));
    }

    @Test
    void namesEveryAddressOfTheApiAndNoPage() throws IOException, URISyntaxException {
        TreeSet<String> expected = Endpoint.all().stream().filter(endpoint -> endpoint.path().startsWith("/api/"))
                .map(endpoint -> endpoint.verb() + " " + endpoint.path()).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(expected.size() > 50, "found only " + expected.size());
        TreeSet<String> found = new TreeSet<>();
        map(served, "paths").forEach((path, item) -> map(item).keySet()
                .forEach(verb -> found.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
        assertEquals(expected, found);
    }

    @Test
    void thereIsNoSecondDescription() {
        for (String path : List.of("/application.wadl", "/api/application.wadl")) {
            assertEquals(404, Api.nobody(system).raw("GET", path, Map.of(), null).status(), path);
        }
        Api.Answer options = Api.nobody(system).raw("OPTIONS", "/problems", Map.of("Accept", "application/vnd.sun.wadl+xml"),
                null);
        assertTrue(!options.raw().body().contains("wadl"), options.raw().body());
    }

    private static List<String> lines(Object document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setDereferenceAliases(true);
        options.setSplitLines(false);
        return new Yaml(options).dump(sorted(document)).lines().toList();
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> sorted = new TreeMap<>();
            fields.forEach((name, field) -> sorted.put(name.toString(), sorted(field)));
            return sorted;
        }
        return value instanceof List<?> items ? items.stream().map(OpenApiIT::sorted).toList() : value;
    }

    private static Map<String, Object> map(Object value, String... path) {
        Map<String, Object> map = new TreeMap<>();
        Object at = value;
        for (String name : path) {
            at = ((Map<?, ?>) at).get(name);
        }
        ((Map<?, ?>) at).forEach((name, field) -> map.put(name.toString(), field));
        return map;
    }
}

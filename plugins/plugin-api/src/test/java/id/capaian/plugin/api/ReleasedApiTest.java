package id.capaian.plugin.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.cmp.JarArchiveComparatorOptions.OverrideCompatibilityChange;
import japicmp.config.Options;
import japicmp.exception.JApiCmpException;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiSemanticVersionLevel;
import japicmp.output.incompatible.IncompatibleErrorOutput;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds this API against the versions released before ({@code baseline/}): packs made for them must go on running. */
class ReleasedApiTest {

    private static final Path BASELINE = Path.of("baseline");

    @TempDir
    private Path directory;

    @Test
    void packsMadeForReleasedVersionsStillLink() throws IOException {
        Path now = jar("now", Path.of(URI.create(
                RegionPack.class.getProtectionDomain().getCodeSource().getLocation().toString())));
        for (String version : released()) {
            if (major(version).equals(major(ApiVersion.CURRENT))) {
                Path before = BASELINE.resolve("plugin-api-" + version + ".jar");
                boolean frozen = version.equals(ApiVersion.CURRENT);
                assertEquals("", breaks(version, before, now, frozen));
            }
        }
    }

    @Test
    void everyReleasedVersionIsKept() throws IOException {
        for (String version : released()) {
            assertTrue(Files.exists(BASELINE.resolve("plugin-api-" + version + ".jar")),
                    version + " is in released.txt, but its jar is not here");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "public interface A { int x(); } | public interface A { }            | METHOD_REMOVED",
        "public interface A { }          | public interface A { int x(); }   | METHOD_ADDED_TO_INTERFACE",
        "public record A(int x) { }      | public record A(int x, int y) { } | CONSTRUCTOR_REMOVED",
        "public enum A { X, Y }          | public enum A { X }               | FIELD_REMOVED",
        "public interface A { int x(); } | public interface A { long x(); }  | METHOD_RETURN_TYPE_CHANGED",
    })
    void refusesWhatWouldBreakAPackAndSaysWhatToDo(String before, String after, String why) throws IOException {
        String message = breaks("1.0.0", compiled("before", before), compiled("after", after), false);
        assertTrue(message.contains(why), message);
        assertTrue(message.startsWith("A pack made for API 1.0.0 would not run any more"), message);
        assertTrue(message.contains("Keep the old form beside the new one"), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "public interface A { int x(); }  | public interface A { int x(); default int y() { return 2; } }",
        "public enum A { X }              | public enum A { X, Y }",
        "public record A(int x) { }       | public record A(int x, int y) { public A(int x) { this(x, 0); } }",
    })
    void letsTheApiGrowUntilItIsReleased(String before, String after) throws IOException {
        Path old = compiled("before", before);
        Path grown = compiled("after", after);
        assertEquals("", breaks("1.0.0", old, grown, false));
        assertTrue(breaks("1.0.0", old, grown, true).contains("raise ApiVersion.CURRENT"));
    }

    private static List<String> released() throws IOException {
        return Files.readAllLines(BASELINE.resolve("released.txt"));
    }

    private static String major(String version) {
        return version.substring(0, version.indexOf('.'));
    }

    /** What would break, and what to do about it; empty when nothing would. A frozen version may not change at all. */
    private static String breaks(String version, Path before, Path now, boolean frozen) {
        JarArchiveComparatorOptions how = new JarArchiveComparatorOptions();
        // packs implement our interfaces: a new method without a body fails when the platform calls it
        how.addOverrideCompatibilityChange(new OverrideCompatibilityChange(
                JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE, false, false, JApiSemanticVersionLevel.MAJOR));
        JarArchiveComparator comparator = new JarArchiveComparator(how);
        List<JApiClass> classes = comparator.compare(new JApiCmpArchive(before.toFile(), version),
                new JApiCmpArchive(now.toFile(), ApiVersion.CURRENT));
        Options options = Options.newDefault();
        options.setErrorOnBinaryIncompatibility(true);
        options.setErrorOnModifications(frozen);
        try {
            new IncompatibleErrorOutput(options, classes, comparator).generate();
            return "";
        } catch (JApiCmpException e) {
            return frozen ? "API " + version + " is released and has changed: " + e.getMessage()
                            + "\nA released version stays as it is: raise ApiVersion.CURRENT to the next minor version."
                    : "A pack made for API " + version + " would not run any more: " + e.getMessage()
                            + "\nKeep the old form beside the new one (a second method or constructor, a method with a"
                            + " body). If that cannot be, it is a new major version: raise ApiVersion.CURRENT to it"
                            + " and say in CHANGELOG.md what authors have to change.";
        }
    }

    private Path compiled(String name, String source) throws IOException {
        Path classes = Files.createDirectories(directory.resolve(name));
        Path file = Files.writeString(Files.createDirectories(directory.resolve(name + "-src")).resolve("A.java"),
                source);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "17", "-proc:none",
                "-d", classes.toString(), file.toString()));
        return jar(name, classes);
    }

    private Path jar(String name, Path classes) throws IOException {
        Path jar = directory.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> walk = Files.walk(classes)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}

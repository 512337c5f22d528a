package id.capaian.plugin.archetype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archetypes make, built by Maven in an empty folder, as an author's first build does it. */
class ArchetypesIT {

    private static final Path PLUGINS = Path.of("..").toAbsolutePath().normalize();
    private static final String VERSION = System.getProperty("capaian.version");
    private static final List<String> MODULES =
            List.of("plugin-api", "formula-engine", "plugin-testkit", "archetype-data-pack", "archetype-java-pack");
    private static final int PATIENCE_MINUTES = 20;

    @TempDir
    private Path folder;
    private Path repository;

    /** A local repository that has the modules just built, and everything else of the one this build uses. */
    @BeforeEach
    void makeRepository() throws IOException {
        Path shared = Path.of(System.getProperty("capaian.repository"));
        repository = Files.createDirectory(folder.resolve("repository"));
        link(shared, repository, "id");
        link(shared.resolve("id"), Files.createDirectory(repository.resolve("id")), "capaian");
        put(PLUGINS.resolveSibling("pom.xml"), "capaian", "pom");
        for (String module : MODULES) {
            Path from = PLUGINS.resolve(module);
            put(from.resolve("pom.xml"), module, "pom");
            put(from.resolve("target").resolve(module + "-" + VERSION + ".jar"), module, "jar");
        }
    }

    /** The links lead to what others use: they are to be gone before the folder is deleted. */
    @AfterEach
    void unlink() throws IOException {
        try (Stream<Path> below = Files.walk(repository)) {
            for (Path file : below.filter(Files::isSymbolicLink).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void makesADataPackThatIsGreenAtOnce() throws Exception {
        Path pack = generated("data", "contoh-data", "CTD");
        maven(pack, "verify");
        assertEquals("{\"id\": \"Kabupaten Contoh\", \"en\": \"Kabupaten Contoh\"}",
                Files.readString(pack.resolve("target/classes/pack.json")).lines()
                        .filter(line -> line.contains("\"name\"")).findFirst().orElseThrow()
                        .replaceAll("^ *\"name\": |,$", ""));
        assertTrue(Files.exists(pack.resolve("target/region-contoh-data-1.0.0.jar")));
        assertTests(pack);
    }

    @Test
    void makesAJavaPackThatIsGreenAtOnce() throws Exception {
        Path pack = generated("java", "contoh-java", "CTJ");
        maven(pack, "verify");
        assertTrue(Files.exists(pack.resolve("target/classes/META-INF/extensions.idx")));
        assertTrue(Files.exists(pack.resolve("target/region-contoh-java-1.0.0.jar")));
        assertTests(pack);
    }

    private Path generated(String kind, String region, String code) throws Exception {
        maven(folder, "org.apache.maven.plugins:maven-archetype-plugin:" + System.getProperty("archetype.version")
                + ":generate", "-DarchetypeCatalog=local", "-DarchetypeGroupId=id.capaian",
                "-DarchetypeArtifactId=archetype-" + kind + "-pack", "-DarchetypeVersion=" + VERSION,
                "-DgroupId=id.capaian", "-DartifactId=region-" + region, "-Dversion=" + VERSION,
                "-Dpackage=id.capaian.region.contoh", "-Dregion=" + region, "-Dcode=" + code,
                "-Dtitle=Kabupaten Contoh");
        return folder.resolve("region-" + region);
    }

    /** The contract was really asked, of the files and of the jar. */
    private static void assertTests(Path pack) throws IOException {
        String report = Files.readString(pack.resolve("target/surefire-reports/id.capaian.region.contoh.PackTest.txt"));
        assertTrue(report.contains("Tests run: 21, Failures: 0, Errors: 0, Skipped: 0"), report);
        String built = Files.readString(pack.resolve("target/failsafe-reports/id.capaian.region.contoh.PackIT.txt"));
        assertTrue(built.contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0"), built);
    }

    private void maven(Path in, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(), "-B", "-q",
                "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("maven.log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process maven = builder.start();
        try {
            assertTrue(maven.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), "Maven does not end");
            assertEquals(0, maven.exitValue(), () -> text(log));
        } finally {
            maven.destroyForcibly();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    private void put(Path file, String artifact, String end) throws IOException {
        Path to = Files.createDirectories(repository.resolve("id/capaian").resolve(artifact).resolve(VERSION));
        Files.copy(file, to.resolve(artifact + "-" + VERSION + "." + end), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void link(Path from, Path to, String except) throws IOException {
        if (Files.isDirectory(from)) {
            try (Stream<Path> children = Files.list(from)) {
                for (Path child : children.filter(file -> !file.endsWith(except)).toList()) {
                    Files.createSymbolicLink(to.resolve(child.getFileName()), child);
                }
            }
        }
    }
}

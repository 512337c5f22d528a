package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts in an empty project, where Java, Maven and the browser are small programs that say what is asked. */
class ScriptsTest {

    private static final List<String> TOOLS = List.of("bash", "env", "dirname", "sed", "head", "grep", "find", "awk",
            "df", "cat", "comm", "sort", "sleep", "mktemp", "touch", "rm", "rmdir", "mkdir", "flock", "id", "timeout");
    private static final String JDK = """
            case "$1" in
                -version) echo 'openjdk version "17.0.9" 2023-10-17' >&2 ;;
                --list-modules) echo jdk.compiler@17.0.9 ;;
                *) line="$*"; echo "java ${line##*local.Main }"
                   [ ! -e "/proc/$$/fd/9" ] || echo "the lock is handed on" ;;
            esac
            """;
    /** Takes two seconds, and notices when another one is at work. */
    private static final String MAVEN = """
            echo "mvn $*" >>calls
            mkdir building || echo OVERLAP >>calls
            sleep 2
            mkdir -p deploy/local/target/lib deploy/local/target/classes
            rmdir building
            """;

    @TempDir
    private Path project;
    private Path bin;

    @BeforeEach
    void makeProject() throws IOException {
        Path scripts = Files.createDirectories(project.resolve("deploy/local"));
        for (String name : List.of("up", "down", "test", "pack-new", "pack-run", "lib.sh")) {
            Files.copy(Path.of(name), scripts.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (String folder : List.of("platform", "plugins", "tenants-config")) {
            Files.createDirectory(project.resolve(folder));
        }
        Files.createFile(project.resolve("pom.xml"));
        bin = Files.createDirectory(project.resolve("bin"));
        for (String tool : TOOLS) {
            Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(dir -> Path.of(dir, tool))
                    .filter(Files::isExecutable).findFirst().ifPresent(this::link);
        }
        program("java", JDK);
        program("mvn", MAVEN);
    }

    /** Links that lead out of a temporary folder make JUnit warn. */
    @AfterEach
    void unlink() throws IOException {
        for (String tool : TOOLS) {
            Files.deleteIfExists(bin.resolve(tool));
        }
    }

    @Test
    void sayThatThereIsNoJava() throws Exception {
        Files.delete(bin.resolve("java"));
        assertSays("up", "capaian: No Java was found (java): install JDK 17 or newer, or set JAVA_HOME to one.");
    }

    @Test
    void sayThatJavaIsTooOld() throws Exception {
        program("java", "echo 'java version \"1.8.0_392\"' >&2");
        assertSays("up", "capaian: Java 17 or newer is needed, but java is version 8: set JAVA_HOME to a newer JDK.");
        program("java", "echo 'openjdk version \"11.0.2\" 2019' >&2");
        assertSays("down",
                "capaian: Java 17 or newer is needed, but java is version 11: set JAVA_HOME to a newer JDK.");
    }

    @Test
    void sayThatARuntimeCannotCompile() throws Exception {
        program("java", JDK.replace("jdk.compiler", "java.base"));
        assertSays("up",
                "capaian: java cannot compile, it is a runtime only: install the JDK, or set JAVA_HOME to one.");
    }

    @Test
    void sayThatThereIsNoMaven() throws Exception {
        Files.delete(bin.resolve("mvn"));
        assertSays("up", "capaian: Maven was not found: install it (mvn must be on the PATH).");
    }

    @Test
    void sayThatTheDiskIsTooFullToBuild() throws Exception {
        program("df", "echo Filesystem; echo /dev/x 100 50 204800 50% /");
        assertSays("up", "capaian: Only 200 MB are free on the disk of " + project.toRealPath()
                + ", 3 GB are needed: make room.");
    }

    @Test
    void nameTheLogOfABuildThatFailed() throws Exception {
        program("mvn", "echo '[ERROR] one thing'; exit 1");
        assertSays("up", "capaian: The build failed; its log is .capaian/logs/build.log.");
        assertTrue(Files.readString(project.resolve("out")).contains("[ERROR] one thing"));
    }

    @Test
    void buildWhatIsMissingOnce() throws Exception {
        assertSays("up", "java up --compilations 1");
        assertSays("up", "java up --compilations 0");
        assertEquals(1, calls().size());
    }

    @Test
    void compileAnewWhatHoldsClassesOfSourcesThatAreGone() throws Exception {
        assertSays("up", "java up --compilations 1");
        Path moved = classWithSource("platform/x", "Moved");
        Path kept = classWithSource("plugins/y", "Kept");
        Files.createFile(kept.resolveSibling("Kept$Inner.class"));
        Path exploded = Files.createDirectories(project.resolve("platform/x/target/x-1/WEB-INF/classes"));
        assertSays("up", "java up --compilations 1");
        assertTrue(Files.exists(moved), "its source was there");
        Files.delete(project.resolve("platform/x/src/main/java/a/Moved.java"));
        Files.setLastModifiedTime(project.resolve("platform/x/src/main/java/a"), FileTime.fromMillis(0));
        assertSays("up", "java up --compilations 1");
        assertFalse(Files.exists(moved) || Files.exists(exploded));
        assertTrue(Files.exists(kept));
        assertSays("up", "java up --compilations 0");
    }

    @Test
    void compileAnewWhatHoldsAMigrationWhoseFileIsGone() throws Exception {
        classWithSource("platform/x", "Kept");
        Path file = migration("platform/x/src/main/resources/db");
        Path copy = migration("platform/x/target/classes/db");
        assertSays("up", "java up --compilations 1");
        assertSays("up", "java up --compilations 0");
        Files.delete(file);
        Files.setLastModifiedTime(file.getParent(), FileTime.fromMillis(0));
        assertSays("up", "java up --compilations 1");
        assertFalse(Files.exists(copy));
    }

    private Path migration(String folder) throws IOException {
        return Files.createFile(Files.createDirectories(project.resolve(folder)).resolve("V1__first.sql"));
    }

    private Path classWithSource(String module, String name) throws IOException {
        Files.createFile(Files.createDirectories(project.resolve(module + "/src/main/java/a")).resolve(name + ".java"));
        return Files.createFile(Files.createDirectories(project.resolve(module + "/target/classes/a"))
                .resolve(name + ".class"));
    }

    @Test
    void buildNothingInsideATestRun() throws Exception {
        Process up = start("up", Map.of("CAPAIAN_BUILT", "1"));
        assertEquals(0, up.waitFor());
        assertEquals(List.of(), calls());
    }

    @Test
    void buildOneAfterTheOther() throws Exception {
        assumeTrue(Files.exists(bin.resolve("flock")), "no flock here");
        Process first = start("up", Map.of());
        Process second = start("up", Map.of());
        assertEquals(0, first.waitFor());
        assertEquals(0, second.waitFor());
        assertEquals(1, calls().size(), calls()::toString);
    }

    @Test
    void waitForTheMavenOfALauncherThatWasKilled() throws Exception {
        assumeTrue(Files.exists(bin.resolve("flock")), "no flock here");
        Process killed = start("up", Map.of());
        while (!Files.exists(project.resolve("building"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        killed.destroyForcibly().waitFor();
        assertEquals(0, start("up", Map.of()).waitFor());
        assertEquals(2, calls().size());
        assertFalse(calls().contains("OVERLAP"), calls()::toString);
    }

    @Test
    void stopWhatRunsAlsoAfterACleaning() throws Exception {
        assertSays("down", "capaian: Nothing has been built here, so nothing was started.");
        Files.createDirectories(project.resolve(".capaian/run"));
        assertSays("down", "java down");
        assertEquals(List.of("mvn -B -q -Pquick -pl deploy/local -am package"), calls());
    }

    @Test
    void makeAPackOutOfItsArchetype() throws Exception {
        Files.writeString(project.resolve("pom.xml"), "<project>\n  <version>0.9.0</version>\n");
        assertEquals(0, start("pack-new", Map.of(), "data", "kutai-timur", "KTM", "Kabupaten Kutai Timur").waitFor());
        assertTrue(said().contains("deploy/local/pack-run"), said());
        assertEquals(2, calls().size(), calls()::toString);
        assertEquals("mvn -B -q -Pquick -pl plugins/plugin-testkit,plugins/archetype-data-pack -am install",
                calls().get(0));
        for (String part : List.of("-DarchetypeArtifactId=archetype-data-pack ", "-DarchetypeVersion=0.9.0 ",
                "-DartifactId=region-kutai-timur ", "-Dpackage=id.capaian.region.kutaitimur ", "-Dcode=KTM ",
                "-Dtitle=Kabupaten Kutai Timur ", "-DoutputDirectory=" + project.toRealPath() + "/plugins")) {
            assertTrue(calls().get(1).contains(part), calls().get(1) + " lacks " + part);
        }
    }

    @Test
    void refuseNamesThatNoPackCanHave() throws Exception {
        for (List<String> words : List.of(List.of("data", "Kutai", "KTM", "Kutai"),
                List.of("data", "kutai", "k", "Kutai"), List.of("data", "kutai", "KTM", "Kutai & Timur"),
                List.of("csv", "kutai", "KTM", "Kutai"), List.of("data", "kutai"))) {
            assertEquals(1, start("pack-new", Map.of(), words.toArray(String[]::new)).waitFor(), words::toString);
            assertTrue(said().startsWith("capaian: "), said());
        }
        Files.createDirectory(project.resolve("plugins/region-kutai"));
        assertEquals(1, start("pack-new", Map.of(), "java", "kutai", "KTM", "Kutai").waitFor());
        assertTrue(said().endsWith("is there already: choose another region or folder."), said());
        assertEquals(List.of(), calls());
    }

    @Test
    void tryAPackWithWhatWasBuilt() throws Exception {
        assertSays("pack-run", "capaian: Nothing has been built here: run deploy/local/up first.");
        for (String folder : List.of("deploy/local/target/lib", "platform/admin/target/lib", "plugins/region-x")) {
            Files.createDirectories(project.resolve(folder));
        }
        assertEquals(0, start("pack-run", Map.of(), project.resolve("plugins/region-x").toString(), "--tenant",
                "samarinda").waitFor());
        assertEquals("java pack-run " + project.toRealPath() + "/plugins/region-x --tenant samarinda", said());
    }

    @Test
    void refuseABrowserThatDoesNotStart() throws Exception {
        program("browser", "echo 'error while loading shared libraries' >&2; exit 127");
        Process test = start("test", Map.of("CHROMIUM", bin.resolve("browser").toString()));
        assertEquals(1, test.waitFor());
        assertTrue(said().endsWith("browser) does not start: correct it, or unset it to have one found."), said());
        assertEquals(List.of(), calls());
    }

    private void assertSays(String script, String lastLine) throws IOException, InterruptedException {
        Process process = start(script, Map.of());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), script + " hangs");
        assertEquals(lastLine, said());
        assertEquals(lastLine.startsWith("capaian: ") ? 1 : 0, process.exitValue());
    }

    private Process start(String script, Map<String, String> variables, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(project.resolve("deploy/local").resolve(script).toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true).redirectOutput(project.resolve("out").toFile());
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("PATH", bin.toString());
        environment.put("HOME", project.toString());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String said() throws IOException {
        List<String> lines = Files.readAllLines(project.resolve("out"));
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private List<String> calls() throws IOException {
        Path calls = project.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    private void program(String name, String body) throws IOException {
        Path file = bin.resolve(name);
        Files.deleteIfExists(file);
        Files.writeString(file, "#!/usr/bin/env bash\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void link(Path tool) {
        try {
            Files.createSymbolicLink(bin.resolve(tool.getFileName()), tool);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final ChildProcess.Signs SIGNS = new ChildProcess.Signs("GIVEN UP.*", "ERROR.*");

    @TempDir
    private Path state;
    private ChildProcess child;

    @BeforeEach
    void makeChild() {
        child = new ChildProcess(state, "short");
    }

    @AfterEach
    void endIt() {
        child.stop(PATIENCE);
    }

    @Test
    void stopsWhatItStarted() {
        ProcessHandle handle = child.start(program(), Map.of(), "a");
        assertEquals(handle, child.running().orElseThrow());
        assertTrue(child.runsWith("a"));
        assertFalse(child.runsWith("b"), "was started from something else");
        assertTrue(child.stop(PATIENCE));
        assertFalse(handle.isAlive());
        assertFalse(child.stop(PATIENCE));
    }

    @Test
    void findsAChildWhoseLauncherDiedBeforeItWroteTheRecord() throws IOException {
        ProcessHandle handle = child.start(program(), Map.of(), "a");
        Files.delete(state.resolve("run/short.properties"));
        assertEquals(handle, new ChildProcess(state, "short").running().orElseThrow());
        assertFalse(child.runsWith("a"), "nobody knows what it was started from");
    }

    @Test
    void neverTouchesAProcessThatOnlyTheRecordCallsOurs() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.createDirectories(state.resolve("run"));
            Files.writeString(state.resolve("run/short.properties"), "pid=" + stranger.pid() + "\nidentity="
                    + ProcessIdentity.of(stranger.pid()).orElseThrow() + "\nfingerprint=a\n");
            assertTrue(child.running().isEmpty());
            assertFalse(child.stop(PATIENCE));
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void doesNotTakeTheChildOfAnotherStateFolderForItsOwn() throws IOException {
        Path other = Files.createDirectory(state.resolve("other"));
        ChildProcess theirs = new ChildProcess(other, "short");
        theirs.start(program(), Map.of(), "a");
        try {
            assertTrue(child.running().isEmpty());
        } finally {
            theirs.stop(PATIENCE);
        }
    }

    @Test
    void saysWhyAProgramEndedWhileStarting() {
        child.start(program("no database"), Map.of(), "a");
        LocalException failure = assertThrows(LocalException.class, () -> child.awaitReady("The program",
                "http://127.0.0.1:1/", PATIENCE, SIGNS));
        assertTrue(failure.getMessage().startsWith("The program ended while starting; its log is "));
        assertTrue(failure.getMessage().endsWith("ERROR no database"));
    }

    @Test
    void doesNotWaitForAProgramThatHasGivenUp() {
        child.start(program("later", "GIVEN UP"), Map.of(), "a");
        LocalException failure = assertThrows(LocalException.class, () -> child.awaitReady("The program",
                "http://127.0.0.1:1/", Duration.ofMinutes(1), SIGNS));
        assertTrue(failure.getMessage().startsWith("The program could not start; its log is "));
        assertTrue(child.running().isEmpty());
    }

    @Test
    void endsAProgramThatIsNeverReady() {
        child.start(program(), Map.of(), "a");
        LocalException failure = assertThrows(LocalException.class, () -> child.awaitReady("The program",
                "http://127.0.0.1:1/", Duration.ofSeconds(1), SIGNS));
        assertTrue(failure.getMessage().startsWith("The program was not ready after 1 seconds"));
        assertTrue(child.running().isEmpty());
    }

    private static List<String> program(String... arguments) {
        var all = new java.util.ArrayList<>(List.of("-cp", System.getProperty("java.class.path"),
                ShortProgram.class.getName()));
        all.addAll(List.of(arguments));
        return all;
    }
}

package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleTest {

    @TempDir
    private Path state;

    @Test
    void tellsAPersonWhatTheyCanPutRight() {
        assertSentence(new LocalException("Port 1 is taken."), "Port 1 is taken.");
    }

    @Test
    void saysWhoseAFileIs() {
        assertSentence(new UncheckedIOException(new AccessDeniedException("/x/lock")),
                "/x/lock belongs to another user or may not be changed: ");
    }

    @Test
    void saysThatTheDiskIsFull() {
        assertSentence(new FileSystemException("/x/part", null, "No space left on device"),
                "The disk is full (/x/part ");
        assertSentence(new IllegalStateException(new UncheckedIOException(new IOException("No space left on device"))),
                "The disk is full (a file ");
    }

    @Test
    void namesTheLogWhereAnUnexpectedTraceIs() throws IOException {
        String sentence = sentence(new UncheckedIOException(new ConnectException("refused")));
        assertTrue(sentence.startsWith("Something unexpected happened (") && sentence.endsWith(log() + "."), sentence);
        assertEquals(1, sentence.lines().count());
        assertTrue(Files.readString(log()).contains("at id.capaian.local.TroubleTest.namesTheLog"));
    }

    private void assertSentence(Throwable failure, String start) {
        assertTrue(sentence(failure).startsWith(start), sentence(failure));
        assertFalse(Files.exists(log()), "a trace nobody needs");
    }

    private String sentence(Throwable failure) {
        return new Trouble(failure).sentence(log());
    }

    private Path log() {
        return state.resolve("logs/launcher.log");
    }
}

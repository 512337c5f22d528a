package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mail catcher as a process of its own, spoken to as any mail program speaks. */
class MailProcessTest {

    @TempDir
    private Path state;
    private final int port = Ports.anyFree();

    @AfterEach
    void stop() {
        MailProcess.stop(state);
    }

    @Test
    void keepsEveryMailAsAFileThatItsOwnerAloneReads() throws IOException {
        MailProcess.start(state, port);
        send("Selamat pagi");
        send("Selamat sore");
        try (Stream<Path> files = Files.list(MailProcess.folder(state))) {
            List<Path> mails = files.sorted().toList();
            assertEquals(2, mails.size());
            assertTrue(Files.readString(mails.get(1)).contains("Selamat sore"));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(mails.get(0))));
        }
    }

    @Test
    void isTakenOverWhenItRunsAndEndsWhenAsked() {
        MailProcess.start(state, port);
        Optional<Long> first = pid();
        MailProcess.requirePort(state, port);
        MailProcess.start(state, port);
        assertEquals(first, pid());
        int other = Ports.anyFree();
        MailProcess.start(state, other);
        assertTrue(Ports.isFree(port) && !Ports.isFree(other), "it moved");
        assertTrue(MailProcess.stop(state));
        assertFalse(MailProcess.stop(state));
        assertTrue(Ports.isFree(other));
    }

    private Optional<Long> pid() {
        return new ChildProcess(state, "mail").running().map(ProcessHandle::pid);
    }

    private void send(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII)) {
            in.readLine();
            for (String line : List.of("HELO localhost", "MAIL FROM:<a@localhost>", "RCPT TO:<b@localhost>", "DATA",
                    "Subject: test\r\n\r\n" + text + "\r\n.", "QUIT")) {
                out.write(line + "\r\n");
                out.flush();
                String answer = in.readLine();
                assertTrue(answer.startsWith("2") || answer.startsWith("3"), line + ": " + answer);
            }
        }
    }
}

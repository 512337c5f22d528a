package id.capaian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server that takes every mail on the loopback address and sends none on: each becomes a file {@code .eml} that
 * any mail program opens.
 */
public final class MailCatcher implements AutoCloseable {

    private static final int NOT_NOW = 451;

    private final Path folder;
    private final SMTPServer server;
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger caught = new AtomicInteger();

    private MailCatcher(int port, Path folder) {
        this.folder = folder;
        BasicMessageListener listener = (context, from, to, data) -> take(data);
        this.server = SMTPServer.port(port).bindAddress(InetAddress.getLoopbackAddress()).messageHandler(listener)
                .build();
    }

    /**
     * Takes mail from now on.
     *
     * @param folder where the files go, readable by the caller alone; made when missing
     */
    public static MailCatcher start(int port, Path folder) {
        try {
            Secrets.makePrivate(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MailCatcher catcher = new MailCatcher(port, folder);
        catcher.server.start();
        return catcher;
    }

    /** As a program of its own: port and folder. */
    public static void main(String[] arguments) {
        start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
    }

    /** Refuses so many of the next mails. */
    public void refuse(int mails) {
        refusals.set(mails);
    }

    /** The mails taken so far, oldest first. */
    public List<Path> mails() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(byte[] data) throws RejectException {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new RejectException(NOT_NOW, "not now");
        }
        try {
            var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path file = Files.createTempFile(folder, "taken", ".part", mine);
            Files.write(file, data);
            String name = String.format("%013d-%05d.eml", System.currentTimeMillis(), caught.incrementAndGet());
            Files.move(file, folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}

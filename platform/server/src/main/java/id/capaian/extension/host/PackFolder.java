package id.capaian.extension.host;

import id.capaian.plugin.engine.PackJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** The jars on this node: each under the hash of its content, read-only. Made when first needed, gone when the node stops. */
final class PackFolder implements AutoCloseable {

    private Path directory;

    synchronized Path directory() {
        if (directory == null) {
            try {
                directory = Files.createTempDirectory("capaian-packs-",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return directory;
    }

    /** Keeps a jar that passed the gate; a file that lies there with other content is replaced. */
    Path keep(PackJar jar, byte[] bytes) {
        Path file = directory().resolve(jar.sha256() + ".jar");
        try {
            if (Files.exists(file) && PackJar.sha256(Files.readAllBytes(file)).equals(jar.sha256())) {
                return file;
            }
            Path part = Files.createTempFile(directory(), jar.sha256(), ".part");
            Files.write(part, bytes);
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("r--------"));
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (directory == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

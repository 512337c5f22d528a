package id.capaian.extension.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** The jars on this node: each under the hash of its content, read-only, never overwritten. Gone when the node stops. */
final class PackFolder implements AutoCloseable {

    private final Path directory;

    PackFolder() {
        try {
            directory = Files.createTempDirectory("capaian-packs-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return directory;
    }

    /** Where a jar is that was kept. */
    Path find(String sha256) {
        return directory.resolve(sha256 + ".jar");
    }

    /** Writes bytes of which the hash was checked. */
    Path keep(String sha256, byte[] bytes) {
        Path jar = find(sha256);
        if (Files.exists(jar)) {
            return jar;
        }
        try {
            Path part = Files.createTempFile(directory, sha256, ".part");
            Files.write(part, bytes);
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("r--------"));
            return Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package id.capaian.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs out of the Maven artifact for this operating system and processor, unpacked once. */
final class PostgresPrograms {

    private PostgresPrograms() {
    }

    /**
     * Unpacks when it has not been done.
     *
     * @param unpacked the folder that holds unpacked things
     * @return the folder with {@code bin}, {@code lib} and {@code share}
     */
    static synchronized Path unpackedIn(Path unpacked) {
        String name = archiveName();
        Path target = target(unpacked, name);
        try {
            Files.createDirectories(unpacked);
            try (FileChannel lock = FileChannel.open(unpacked.resolve("postgres.lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                if (!Files.exists(target)) {
                    unpack(name, target);
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True when there is nothing to unpack. */
    static boolean areUnpackedIn(Path unpacked) {
        return Files.exists(target(unpacked, archiveName()));
    }

    private static Path target(Path unpacked, String archive) {
        return unpacked.resolve(archive.replace(".txz", "") + "-" + version());
    }

    /** In a folder of another name first, so that a killed launcher never leaves half a PostgreSQL behind. */
    private static void unpack(String name, Path target) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Trees.delete(fresh);
        try (InputStream in = PostgresPrograms.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new LocalException("There is no PostgreSQL for this machine on the class path (" + name
                        + "): use an external one (CAPAIAN_PG_URL).");
            }
            extract(new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in))), fresh);
        } catch (IOException e) {
            Trees.delete(fresh);
            throw e;
        }
        Files.move(fresh, target);
    }

    private static void extract(TarArchiveInputStream tar, Path root) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path to = root.resolve(entry.getName()).normalize();
            if (!to.startsWith(root)) {
                throw new IOException("entry outside the archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(to);
                continue;
            }
            Files.createDirectories(to.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, to);
                boolean program = (entry.getMode() & 0111) != 0;
                Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        String arch = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> processor;
        };
        return "postgres-" + (system.startsWith("mac") ? "darwin" : system) + "-" + arch + ".txz";
    }

    private static String version() {
        return Versions.of("postgresql");
    }
}

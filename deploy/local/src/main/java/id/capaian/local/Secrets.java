package id.capaian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Generated passwords, one file each, readable by their owner alone and kept between runs. */
public final class Secrets {

    private static final int BYTES = 32;

    private final Path dir;

    /** @param dir where the files lie; made (mode 700) when missing */
    public Secrets(Path dir) {
        this.dir = dir;
        try {
            makePrivate(dir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a folder, or makes it private: nobody but its owner may look inside. */
    static Path makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** Where the files lie. */
    public Path dir() {
        return dir;
    }

    /** The secret of that name: URL-safe text of 256 random bits, made at the first call. */
    public String get(String name) {
        return read(name, Base64.getUrlEncoder().withoutPadding());
    }

    /** A key of 32 random bytes in ordinary base64 with padding, made at the first call. */
    public String key(String name) {
        return read(name, Base64.getEncoder());
    }

    /** Writes a secret that was decided elsewhere, replacing what was there. */
    public void put(String name, String value) {
        try {
            Files.move(write(name, value), dir.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String name, Base64.Encoder encoder) {
        Path file = dir.resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[BYTES];
                new SecureRandom().nextBytes(bytes);
                keepFirst(file, write(name, encoder.encodeToString(bytes)));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two launchers may be at it: the first value stays, and a reader never sees half a file. */
    private static void keepFirst(Path file, Path fresh) throws IOException {
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException raced) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }

    private Path write(String name, String value) throws IOException {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path folder = dir.resolve(name).getParent();
        makePrivate(folder);
        Path fresh = Files.createTempFile(folder, ".", ".new", mode);
        return Files.writeString(fresh, value);
    }
}

package id.capaian.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a program was started from, as one short text: another one means that it has to be started anew. A hash, because
 * secrets go into it.
 */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds a setting; its text must say all of it. */
    Fingerprint with(Object setting) {
        digest.update(String.valueOf(setting).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /** Adds which file it is, by place, size and time; a missing one counts as such. */
    Fingerprint withFile(Path file) throws IOException {
        with(file);
        return Files.exists(file) ? with(Files.size(file)).with(Files.getLastModifiedTime(file)) : with("missing");
    }

    /** Adds names and contents of a folder of small files; a missing one counts as empty. */
    Fingerprint withContents(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return this;
        }
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                with(file.getFileName());
                with(HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return this;
    }

    /** The text; nothing can be added afterwards. */
    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

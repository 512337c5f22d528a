package id.capaian.admin.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip that is written entry by entry and remembers the sha-256 of each. */
final class Archive implements AutoCloseable {

    private final ZipOutputStream zip;
    private final Map<String, String> sums = new LinkedHashMap<>();

    Archive(Path file) throws IOException {
        this.zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8);
    }

    /** Writes one entry. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException, SQLException;
    }

    void entry(String name, Content content) throws IOException, SQLException {
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        OutputStream out = new DigestOutputStream(new Open(zip), digest);
        content.to(out);
        out.flush();
        zip.closeEntry();
        sums.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    void text(String name, String text) throws IOException, SQLException {
        entry(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** By entry, in the order they were written. */
    Map<String, String> sums() {
        return sums;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whoever writes an entry may close it without closing the zip. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

package id.capaian.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Signs the packs of this repository with a key of this machine and stages those the registry does not hold. */
final class Packs {

    private final Path keys;
    private final AdminCommand admin;
    private final Database database;
    private boolean trusted;

    /** @param keys folder of the key pair, outside the project; made when missing */
    Packs(Path keys, AdminCommand admin, Database database) {
        this.keys = keys;
        this.admin = admin;
        this.database = database;
    }

    /** @return how many packs were staged */
    int stage(List<Path> jars) {
        List<Path> missing = jars.stream().filter(jar -> !database.holdsPack(sha256(jar))).toList();
        if (missing.isEmpty()) {
            return 0;
        }
        trustOwnKey();
        for (Path jar : missing) {
            sign(jar);
            admin.run("plugin", "stage", jar.toString());
        }
        return missing.size();
    }

    /** Stages a version of a pack that is being written; where somebody is scored in earnest nobody says so. */
    void stageDevelopment(Path jar) {
        trustOwnKey();
        sign(jar);
        admin.run("plugin", "stage", jar.toString(), "--development");
    }

    private void trustOwnKey() {
        if (trusted) {
            return;
        }
        // The private half is written last: without it an earlier run was interrupted.
        if (!Files.exists(keys.resolve("private.key"))) {
            admin.run("plugin", "key-create", keys.toString());
        }
        admin.run("plugin", "trust", keys.resolve("public.key").toString());
        trusted = true;
    }

    private void sign(Path jar) {
        admin.run("plugin", "sign", jar.toString(), "--key", keys.toString());
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

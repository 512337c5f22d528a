package id.capaian.admin.pack;

import id.capaian.admin.AdminException;
import id.capaian.plugin.engine.PackJar;
import id.capaian.plugin.engine.PackSignature;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signing key as two files in one folder: {@code private.key}, readable by its owner alone, and {@code public.key},
 * to be handed to whoever is to trust it. Both say the key's id first.
 */
public final class KeyFiles {

    private static final String PRIVATE = "private.key";
    /** File name of the half to hand over. */
    public static final String PUBLIC = "public.key";
    private static final Pattern FORMAT = Pattern.compile(
            "keyId: ([A-Za-z0-9._-]{1,60})\\R(?:public|private)Key: (\\S+)\\s*");

    private KeyFiles() {
    }

    /** A private key and its id. */
    public record Signing(String keyId, PrivateKey key) {
    }

    /** A public key and its id. */
    public record Verifying(String keyId, PublicKey key) {
    }

    /**
     * Makes a key pair. The id follows from the public key, so two keys never share one. The private key appears last
     * and at once: a folder that holds one holds both, and what an interrupted call left is replaced by the next.
     *
     * @param folder made when missing; one that holds a private key already is refused
     * @return the new key's id
     */
    public static String create(Path folder) {
        KeyPair pair = PackSignature.newKeyPair();
        String id = "key-" + PackJar.sha256(pair.getPublic().getEncoded()).substring(0, 16);
        try {
            Files.createDirectories(folder);
            try (FileChannel lock = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                lock.lock();
                if (Files.exists(folder.resolve(PRIVATE))) {
                    throw new AdminException(folder + " holds a key already: choose another folder.");
                }
                write(folder.resolve(PUBLIC), "rw-r--r--", text(id, "public", pair.getPublic().getEncoded()));
                write(folder.resolve(PRIVATE), "rw-------", text(id, "private", pair.getPrivate().getEncoded()));
            }
            return id;
        } catch (IOException e) {
            throw new AdminException("Cannot write a key into " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String mode, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The private key of a folder that {@link #create} made. */
    public static Signing signing(Path folder) {
        Matcher parts = read(folder.resolve(PRIVATE), "privateKey");
        return new Signing(parts.group(1), PackSignature.privateKey(parts.group(2)));
    }

    /** The public key in a file. */
    public static Verifying verifying(Path file) {
        Matcher parts = read(file, "publicKey");
        return new Verifying(parts.group(1), PackSignature.publicKey(parts.group(2)));
    }

    private static String text(String id, String kind, byte[] key) {
        return "keyId: " + id + "\n" + kind + "Key: " + Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static Matcher read(Path file, String kind) {
        try {
            String text = Files.readString(file);
            Matcher parts = FORMAT.matcher(text);
            if (!parts.matches() || !text.contains(kind)) {
                throw new AdminException(file + " holds no " + kind + ": make one with `plugin key-create`.");
            }
            return parts;
        } catch (IOException e) {
            throw new AdminException("Cannot read " + file + ": make a key with `plugin key-create`.", e);
        }
    }
}

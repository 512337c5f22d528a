package id.capaian.plugin.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A detached Ed25519 signature over a statement about a pack: who says that these bytes are this id and version. Kept
 * beside the jar in {@code <jar>.sig}:
 *
 * <pre>
 * keyId: platform-2026
 * signature: (base64 of 64 bytes)
 * </pre>
 */
public final class PackSignature {

    private static final String ALGORITHM = "Ed25519";
    private static final Pattern FILE = Pattern.compile(
            "keyId: ([A-Za-z0-9._-]{1,60})\\R" + "signature: ([A-Za-z0-9+/]{86}==)\\s*");

    private final String keyId;
    private final byte[] bytes;

    private PackSignature(String keyId, byte[] bytes) {
        this.keyId = keyId;
        this.bytes = bytes;
    }

    /** Signs a pack. */
    public static PackSignature sign(PackJar pack, String keyId, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(statement(pack));
            return new PackSignature(keyId, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key cannot sign: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a signature file.
     *
     * @throws PackInvalid when it is none
     */
    public static PackSignature parse(String file) throws PackInvalid {
        Matcher matcher = FILE.matcher(file);
        if (!matcher.matches()) {
            throw new PackInvalid("(signature)", "is no signature file",
                    "write two lines: keyId: <id> and signature: <base64>");
        }
        return new PackSignature(matcher.group(1), Base64.getDecoder().decode(matcher.group(2)));
    }

    /** The text of the signature file. */
    public String format() {
        return "keyId: " + keyId + "\nsignature: " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    /** Which key made it. */
    public String keyId() {
        return keyId;
    }

    /**
     * Checks that a trusted key says so of exactly these bytes, id and version.
     *
     * @param pack    as read from its bytes
     * @param trusted public keys by id, valid today
     * @throws PackInvalid when the key is not trusted or the statement is about something else
     */
    public void verify(PackJar pack, Map<String, PublicKey> trusted) throws PackInvalid {
        PublicKey key = trusted.get(keyId);
        if (key == null) {
            throw new PackInvalid("(signature)", "key " + keyId + " is not trusted",
                    "sign with a key the platform trusts");
        }
        if (!matches(pack, key)) {
            throw new PackInvalid("(signature)",
                    "does not fit " + pack.id() + " " + pack.version() + " with these bytes",
                    "sign the jar again");
        }
    }

    /** A new key pair. */
    public static KeyPair newKeyPair() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 has Ed25519", e);
        }
    }

    /**
     * A public key from base64 of its X.509 form (44 bytes).
     *
     * @throws IllegalArgumentException when it is none
     */
    public static PublicKey publicKey(String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64.strip());
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key: " + e.getMessage(), e);
        }
    }

    /**
     * A private key from base64 of its PKCS#8 form.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static PrivateKey privateKey(String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64.strip());
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key: " + e.getMessage(), e);
        }
    }

    private boolean matches(PackJar pack, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(statement(pack));
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Id and version are in the statement so that a signed jar cannot be passed off as another version. */
    private static byte[] statement(PackJar pack) {
        String statement = "capaian-pack-v1\n" + pack.id() + "\n" + pack.version() + "\n" + pack.sha256() + "\n";
        return statement.getBytes(StandardCharsets.UTF_8);
    }
}

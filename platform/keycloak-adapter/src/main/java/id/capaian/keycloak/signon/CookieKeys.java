package id.capaian.keycloak.signon;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret behind cookies and form tokens: one key that seals, and while it is being replaced the one before, which
 * only opens. Every use has its own key derived from it, so that no two algorithms ever share one.
 */
public final class CookieKeys {

    private static final int BYTES = 32;

    private final List<Key> keys;

    private CookieKeys(List<Key> keys) {
        this.keys = keys;
    }

    /**
     * Reads the keys.
     *
     * @param current  base64 of 32 bytes
     * @param previous base64 of 32 bytes, or null when no rotation is under way
     * @throws IllegalArgumentException when one is not base64 of 32 bytes
     */
    public static CookieKeys of(String current, String previous) {
        Key newest = Key.of(current);
        return new CookieKeys(previous == null ? List.of(newest) : List.of(newest, Key.of(previous)));
    }

    /** The key that seals. */
    Key current() {
        return keys.get(0);
    }

    /** All keys that open, the newest first. */
    List<Key> all() {
        return keys;
    }

    /** The key something was sealed with; null when it is not, or no longer, ours. */
    Key withId(String sealed) {
        for (Key key : keys) {
            if (sealed.startsWith(key.id)) {
                return key;
            }
        }
        return null;
    }

    /** One secret and what is derived from it. */
    static final class Key {

        static final int ID_LENGTH = 6;

        final String id;
        final SecretKey seal;
        final SecretKey form;

        private Key(String id, SecretKey seal, SecretKey form) {
            this.id = id;
            this.seal = seal;
            this.form = form;
        }

        private static Key of(String base64) {
            byte[] secret = Base64.getDecoder().decode(base64.strip());
            if (secret.length != BYTES) {
                throw new IllegalArgumentException("it has " + secret.length + " bytes instead of " + BYTES);
            }
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(derive(secret, "id"));
                String id = Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, ID_LENGTH);
                return new Key(id, new SecretKeySpec(derive(secret, "seal"), "AES"),
                        new SecretKeySpec(derive(secret, "form"), "HmacSHA256"));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has SHA-256 and HmacSHA256", e);
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
        }

        private static byte[] derive(byte[] secret, String use) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(("capaian " + use + " v1").getBytes(StandardCharsets.US_ASCII));
        }
    }
}

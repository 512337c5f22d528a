package id.capaian.keycloak.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password hashed once here and given to many accounts, so that a thousand demonstration accounts cost Keycloak no
 * thousand hashes. All those accounts share salt and hash, so this is for demonstration and load tests only. Keycloak
 * hashes anew, with the realm's own algorithm, when the account first signs in.
 */
public final class PreparedPassword implements FirstPassword {

    private static final String ALGORITHM = "pbkdf2-sha512";
    private static final int ITERATIONS = 210_000;
    private static final int HASH_BITS = 512;

    private final String secretData;
    private final String credentialData;

    private PreparedPassword(String secretData, String credentialData) {
        this.secretData = secretData;
        this.credentialData = credentialData;
    }

    /** Hashes {@code value} once (PBKDF2, HMAC-SHA-512, 210,000 rounds, random salt). */
    public static PreparedPassword of(String value) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(value.toCharArray(), salt, ITERATIONS, HASH_BITS)).getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            ObjectNode secret = JsonNodeFactory.instance.objectNode()
                    .put("value", base64.encodeToString(hash)).put("salt", base64.encodeToString(salt));
            ObjectNode credential = JsonNodeFactory.instance.objectNode()
                    .put("hashIterations", ITERATIONS).put("algorithm", ALGORITHM);
            return new PreparedPassword(secret.toString(), credential.toString());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA512", e);
        }
    }

    /** Always false: a shared demonstration password is meant to stay. */
    @Override
    public boolean temporary() {
        return false;
    }

    @Override
    public ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode()
                .put("type", "password").put("secretData", secretData).put("credentialData", credentialData);
    }
}

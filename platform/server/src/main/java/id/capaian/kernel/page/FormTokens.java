package id.capaian.kernel.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tokens in forms, so that no other site can post in a reader's name. Nothing is stored: a token is the time it was made
 * and a code over that time and its holder.
 */
@ApplicationScoped
public class FormTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "capaian form token v1".getBytes(StandardCharsets.UTF_8);
    /** Longer than a working day, so that a form left open over lunch still counts. */
    private static final Duration LIFE = Duration.ofHours(12);

    private final byte[] key;
    private final Clock clock;

    FormTokens() {
        this.key = null;
        this.clock = null;
    }

    /** @param cookieKey base64; the key of the sealed cookie, from which this one is derived */
    @Inject
    public FormTokens(@ConfigProperty(name = "capaian.cookie.key") String cookieKey, Clock clock) {
        this.key = code(Base64.getDecoder().decode(cookieKey.strip()), PURPOSE);
        this.clock = clock;
    }

    /** A token for that holder, e.g. tenant and subject. */
    public String issue(String holder) {
        return token(clock.instant().getEpochSecond(), holder);
    }

    /** Whether the token was issued to that holder less than twelve hours ago. Null is no token. */
    public boolean accepts(String token, String holder) {
        if (token == null || !token.matches("[0-9]{1,12}\\.[A-Za-z0-9_-]{43}")) {
            return false;
        }
        long issuedAt = Long.parseLong(token.substring(0, token.indexOf('.')));
        boolean alive = Instant.ofEpochSecond(issuedAt).plus(LIFE).isAfter(clock.instant());
        return alive && MessageDigest.isEqual(bytes(token), bytes(token(issuedAt, holder)));
    }

    private String token(long issuedAt, String holder) {
        byte[] code = code(key, bytes(issuedAt + "\n" + holder));
        return issuedAt + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] code(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

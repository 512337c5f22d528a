package id.capaian.keycloak.signon;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;

/**
 * Tokens in forms, against forged requests: an HMAC over session and day, so nothing has to be remembered. Needed for
 * every write of a {@link Kind#PERSON}; a token is good on the day it was made and the day after (UTC).
 */
public final class FormTokens {

    private static final long DAY_MILLIS = 86_400_000L;
    private static final int MAC_BYTES = 18;

    private final CookieKeys keys;
    private final Clock clock;

    FormTokens(CookieKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The token for forms on a page made for this caller. */
    public String of(SignedOn caller) {
        return token(keys.current(), caller, today());
    }

    /**
     * True when the token was made for this caller's session, today or yesterday.
     *
     * @param token value of the form field; may be null
     */
    public boolean verify(SignedOn caller, String token) {
        CookieKeys.Key key = token == null ? null : keys.withId(token);
        if (key == null) {
            return false;
        }
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        long today = today();
        return MessageDigest.isEqual(bytes(token(key, caller, today)), given)
                || MessageDigest.isEqual(bytes(token(key, caller, today - 1)), given);
    }

    private long today() {
        return Math.floorDiv(clock.millis(), DAY_MILLIS);
    }

    private static String token(CookieKeys.Key key, SignedOn caller, long day) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.form);
            byte[] full = mac.doFinal(bytes(caller.sessionId() + '\n' + caller.area().code() + '\n'
                    + caller.subject() + '\n' + day));
            return key.id + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(full, MAC_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

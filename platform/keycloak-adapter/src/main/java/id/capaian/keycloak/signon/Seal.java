package id.capaian.keycloak.signon;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals bytes into a cookie value and opens them again: AES-256-GCM with a random nonce, key id in front, the purpose
 * as associated data, so that what was sealed as one cookie cannot be presented as another. Thread-safe: a cipher is
 * made per call, which costs less than guarding a shared one.
 */
final class Seal {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final CookieKeys keys;
    private final SecureRandom random = new SecureRandom();

    Seal(CookieKeys keys) {
        this.keys = keys;
    }

    /** Length of a sealed value in characters for so many bytes inside. */
    static int sealedLength(int plainLength) {
        return CookieKeys.Key.ID_LENGTH + (4 * (NONCE + plainLength + TAG_BITS / 8) + 2) / 3;
    }

    String seal(String purpose, byte[] plain) {
        CookieKeys.Key key = keys.current();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + plain.length + TAG_BITS / 8);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return key.id + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** What was sealed for this purpose; null when it was not, was changed, or the key is gone. */
    byte[] open(String purpose, String value) {
        CookieKeys.Key key = keys.withId(value);
        if (key == null) {
            return null;
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(
                    value.substring(CookieKeys.Key.ID_LENGTH).getBytes(StandardCharsets.ISO_8859_1));
            if (sealed.length < NONCE + TAG_BITS / 8) {
                return null;
            }
            return cipher(Cipher.DECRYPT_MODE, key, sealed, purpose).doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException | IllegalArgumentException changed) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static Cipher cipher(int mode, CookieKeys.Key key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key.seal, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

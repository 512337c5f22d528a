package id.capaian.keycloak.signon;

import static id.capaian.keycloak.signon.World.SAMARINDA;
import static id.capaian.keycloak.signon.World.TUBEI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CookiesTest {

    private static final String OLD_KEY = key();
    private static final String NEW_KEY = key();

    private final Cookies cookies = cookies(OLD_KEY, null, false);

    @Test
    void keepsEverythingOfASession() {
        Session session = session("r".repeat(800));
        assertEquals(session, cookies.open(SAMARINDA, value(cookies.keep(session))));
    }

    @Test
    void keepsASessionWithoutEmployee() {
        Session session = new Session(Area.NATIONAL, "sub", "Analis", null, Set.of("NATIONAL_ANALYST"), "sid", 1, 2, 3,
                "refresh");
        assertEquals(session, cookies.open(Area.NATIONAL, value(cookies.keep(session))));
    }

    @Test
    void isNotGoodForAnotherTenant() {
        String value = value(cookies.keep(session("refresh")));
        assertNull(cookies.open(TUBEI, value));
    }

    @Test
    void noticesEveryChangedCharacter() {
        String value = value(cookies.keep(session("refresh")));
        for (int i = 0; i < value.length() - 1; i++) {
            char other = value.charAt(i) == 'A' ? 'B' : 'A';
            assertNull(cookies.open(SAMARINDA, value.substring(0, i) + other + value.substring(i + 1)), "at " + i);
        }
    }

    @Test
    void takesNoRubbish() {
        String good = value(cookies.keep(session("refresh")));
        for (String value : new String[] {"", "x", "äöü", good.substring(0, 6), good.substring(0, 20), good + "A",
            good.substring(0, 6) + "***", good.substring(6)}) {
            assertNull(cookies.open(SAMARINDA, value), value);
        }
    }

    @Test
    void noTwoSealsAreAlike() {
        Session session = session("refresh");
        assertNotEquals(cookies.keep(session), cookies.keep(session));
    }

    @Test
    void opensWithThePreviousKeyAndSealsWithTheNewOne() {
        Session session = session("refresh");
        String sealedBefore = value(cookies.keep(session));
        Cookies rotating = cookies(NEW_KEY, OLD_KEY, false);
        assertEquals(session, rotating.open(SAMARINDA, sealedBefore));
        String sealedNow = value(rotating.keep(session));
        assertNull(cookies.open(SAMARINDA, sealedNow));
        Cookies rotated = cookies(NEW_KEY, null, false);
        assertNull(rotated.open(SAMARINDA, sealedBefore));
        assertEquals(session, rotated.open(SAMARINDA, sealedNow));
    }

    @Test
    void anOrdinarySessionIsFarBelowTheLimit() {
        assertTrue(pair(cookies.keep(session(token(790)))).length() < 1_700);
    }

    @Test
    void compressesALongRefreshToken() {
        Session session = session(token(3_200));
        String header = cookies(OLD_KEY, null, true).keep(session);
        assertTrue(pair(header).length() <= Cookies.LIMIT, () -> "length " + pair(header).length());
        assertEquals(session, cookies(OLD_KEY, null, true).open(SAMARINDA, value(header)));
    }

    @Test
    void refusesWhatABrowserWouldDrop() {
        assertThrows(IllegalStateException.class, () -> cookies.keep(session(token(6_000))));
    }

    @Test
    void hasTheAttributesThatProtectIt() {
        assertTrue(cookies.keep(session("r")).matches("capaian-samarinda=[\\w-]+; Path=/; HttpOnly; SameSite=Lax"));
        assertTrue(cookies(OLD_KEY, null, true).keep(session("r"))
                .matches("__Host-capaian-samarinda=[\\w-]+; Path=/; HttpOnly; SameSite=Lax; Secure"));
        assertEquals("capaian-tubei=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0", cookies.forget(TUBEI));
    }

    @Test
    void remembersASignInForTenMinutesAndForItsStateOnly() {
        PendingSignIn pending = new PendingSignIn(SAMARINDA, "state", "verifier", "/samarinda/", 1_000);
        String value = value(cookies.keep(pending));
        assertEquals(pending, cookies.openSignIn("state", value, 601_000));
        assertNull(cookies.openSignIn("state", value, 601_001));
        assertNull(cookies.openSignIn("other", value, 1_000));
        assertNull(cookies.open(SAMARINDA, value));
    }

    @Test
    void showsNoSecretsWhenPrinted() {
        assertFalse(session("very-secret").toString().contains("secret"));
    }

    private static Session session(String refreshToken) {
        return new Session(SAMARINDA, UUID.randomUUID().toString(), "Siti Aminah, S.Kep., Ners", UUID.randomUUID(),
                Set.of("EMPLOYEE", "RATER", "UNIT_HR_ADMIN"), "2ssVnpsbVeKqM5RuXxCSqKeF", 1, 2, 3, refreshToken);
    }

    /** Something that compresses no better than a real token does. */
    private static String token(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes).substring(0, length);
    }

    private static String key() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Cookies cookies(String current, String previous, boolean secure) {
        return new Cookies(new Seal(CookieKeys.of(current, previous)), secure);
    }

    private static String pair(String header) {
        return header.substring(0, header.indexOf(';'));
    }

    private static String value(String header) {
        return pair(header).substring(header.indexOf('=') + 1);
    }
}

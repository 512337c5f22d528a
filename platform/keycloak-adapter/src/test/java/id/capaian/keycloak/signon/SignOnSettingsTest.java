package id.capaian.keycloak.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignOnSettingsTest {

    private final Map<String, String> keys = new HashMap<>(Map.of("capaian.base-url", "https://capaian.example.go.id/",
            "capaian.keycloak.url", "https://masuk.example.go.id", "capaian.keycloak.client-secret", "secret",
            "capaian.cookie.key", World.COOKIE_KEY));

    @Test
    void hasDefaultsForWhatIsTheSameEverywhere() {
        SignOnSettings settings = read();
        assertEquals("https://masuk.example.go.id/realms/capaian", settings.issuer());
        assertEquals("https://capaian.example.go.id/sign-in/callback", settings.callback());
        assertEquals("capaian-web", settings.clientId());
        assertEquals("capaian-api", settings.audience());
        assertEquals(Duration.ofHours(8), settings.outage());
        assertTrue(settings.secure());
    }

    @Test
    void namesEveryMissingKeyAtOnce() {
        keys.clear();
        String message = assertThrows(IllegalStateException.class, this::read).getMessage();
        for (String key : new String[] {"capaian.base-url", "capaian.keycloak.url", "capaian.keycloak.client-secret",
            "capaian.cookie.key"}) {
            assertTrue(message.contains("Set " + key + ":"), message);
        }
    }

    @Test
    void refusesWrongValues() {
        assertWrong("capaian.base-url", "http://capaian.example.go.id");
        assertWrong("capaian.base-url", "capaian");
        assertWrong("capaian.keycloak.url", "ftp://x");
        assertWrong("capaian.cookie.key", "c2hvcnQ=");
        assertWrong("capaian.cookie.key.previous", "***");
        assertWrong("capaian.session.outage-hours", "a lot");
        assertWrong("capaian.session.outage-hours", "100");
    }

    @Test
    void showsNoSecretWhenPrinted() {
        assertFalse(read().toString().contains("secret"));
    }

    private void assertWrong(String key, String value) {
        String before = keys.put(key, value);
        assertTrue(assertThrows(IllegalStateException.class, this::read).getMessage().contains("capaian."));
        if (before == null) {
            keys.remove(key);
        } else {
            keys.put(key, before);
        }
    }

    private SignOnSettings read() {
        return SignOnSettings.from(key -> Optional.ofNullable(keys.get(key)));
    }
}

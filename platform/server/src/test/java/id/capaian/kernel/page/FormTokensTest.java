package id.capaian.kernel.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class FormTokensTest {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final FormTokens tokens = new FormTokens(KEY, MORNING);

    @Test
    void acceptsItsOwn() {
        assertTrue(tokens.accepts(tokens.issue("samarinda/a"), "samarinda/a"));
    }

    @Test
    void refusesAnothersToken() {
        assertFalse(tokens.accepts(tokens.issue("samarinda/a"), "tubei/a"));
    }

    @Test
    void refusesAfterTwelveHours() {
        var evening = new FormTokens(KEY, Clock.offset(MORNING, Duration.ofHours(12)));
        assertFalse(evening.accepts(tokens.issue("samarinda/a"), "samarinda/a"));
    }

    @Test
    void refusesWhatIsNoToken() {
        assertFalse(tokens.accepts(null, "samarinda/a"));
        assertFalse(tokens.accepts("1.2", "samarinda/a"));
    }
}

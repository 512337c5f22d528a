package id.capaian.kernel.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitTest {

    @Test
    void answersProgramsInJson() {
        assertTrue(Visit.isForMachine("/api/samarinda/packs", "text/html"));
        assertTrue(Visit.isForMachine("/samarinda/saya", "application/json"));
    }

    @Test
    void answersPeopleWithPages() {
        assertFalse(Visit.isForMachine("/samarinda/saya", "text/html,application/json"));
        assertFalse(Visit.isForMachine("/samarinda/saya", null));
    }

    @Test
    void asksForAPageAgainWithItsQueryAndForNothingThatWasSent() {
        Visit visit = new Visit();
        visit.stoppedAt("GET", "/samarinda/kesiapan", "periode=2026-Q4&unit=7", null, null);
        assertEquals(Optional.of("/samarinda/kesiapan?periode=2026-Q4&unit=7"), visit.again());
        visit.stoppedAt("GET", "/samarinda/", null, null, null);
        assertEquals(Optional.of("/samarinda/"), visit.again());
        visit.stoppedAt("POST", "/samarinda/tim/sampaikan", null, null, null);
        assertEquals(Optional.empty(), visit.again());
    }

    @Test
    void speaksIndonesianUnlessEnglishIsAskedFor() {
        assertEquals(Language.ID, Language.of(null));
        assertEquals(Language.EN, Language.of("en"));
        assertEquals(Language.ID, Language.accepted(List.of(Locale.FRENCH)));
        assertEquals(Language.EN, Language.accepted(List.of(Locale.FRENCH, Locale.US)));
        assertEquals(Language.ID, Language.accepted(List.of(Locale.forLanguageTag("id"), Locale.US)));
    }
}

package id.capaian.access.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.crowd.Rank;
import org.junit.jupiter.api.Test;

class RanksTest {

    @Test
    void looksComeBeforeChangesAndBothBeforeWhatNobodyWaitsFor() {
        assertEquals(Rank.READ, Ranks.of("GET", "/tubei/", "tubei", null));
        assertEquals(Rank.WRITE, Ranks.of("POST", "/api/tubei/progress", "tubei", null));
        assertEquals(Rank.BACKGROUND, Ranks.of("GET", "/tubei/kesiapan/unduh", "tubei", null));
        assertEquals(Rank.BACKGROUND, Ranks.of("GET", "/api/national/summaries", "nasional", null));
    }

    @Test
    void filesAndWhoComesBackFromKeycloakAreSlow() {
        assertTrue(Ranks.isSlow("GET", "/tubei/impor/5f/lembar"));
        assertTrue(Ranks.isSlow("GET", "/tubei/tim/5f/bukti/6a"));
        assertTrue(Ranks.isSlow("GET", "/sign-in/callback"));
        assertTrue(Ranks.isSlow("POST", "/sign-in/backchannel-logout"));
        assertTrue(Ranks.isSlow("POST", "/tubei/keluar"));
        assertFalse(Ranks.isSlow("POST", "/tubei/skp/bukti/6a/tarik"));
        assertFalse(Ranks.isSlow("GET", "/tubei/skp"));
    }

    @Test
    void aProgramMaySayThatItHasTime() {
        assertEquals(Rank.BACKGROUND, Ranks.of("GET", "/api/tubei/periods", "tubei", "u=7"));
        assertEquals(Rank.BACKGROUND, Ranks.of("POST", "/api/tubei/progress", "tubei", "u=6, i"));
        assertEquals(Rank.READ, Ranks.of("GET", "/api/tubei/periods", "tubei", "u=0"));
    }
}

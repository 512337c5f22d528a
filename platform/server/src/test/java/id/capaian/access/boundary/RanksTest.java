package id.capaian.access.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    void aProgramMaySayThatItHasTime() {
        assertEquals(Rank.BACKGROUND, Ranks.of("GET", "/api/tubei/periods", "tubei", "u=7"));
        assertEquals(Rank.BACKGROUND, Ranks.of("POST", "/api/tubei/progress", "tubei", "u=6, i"));
        assertEquals(Rank.READ, Ranks.of("GET", "/api/tubei/periods", "tubei", "u=0"));
    }
}

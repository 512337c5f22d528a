package id.capaian.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TallyTest {

    private static Tally of(int fromMillis, int toMillis) {
        Tally tally = new Tally();
        for (int millis = fromMillis; millis <= toMillis; millis++) {
            tally.good(millis * 1_000L);
        }
        return tally;
    }

    @Test
    void tellsWithinWhichTimeAPartOfTheRightAnswersCame() {
        Tally tally = of(1, 100);
        assertEquals(50, tally.millis(50), 0.1);
        assertEquals(99, tally.millis(99), 0.1);
        assertEquals("p50 50.0 ms, p95 95.0 ms, p99 99.0 ms", tally.percentiles());
    }

    @Test
    void countsWhatWasTurnedAwayAndWhatWasWrongApart() {
        Tally tally = of(1, 3);
        tally.turnedAway(90_000);
        tally.wrong("404", "first", 200_000);
        tally.wrong("404", "second", 200_000);
        tally.wrong("no answer", "third", 200_000);
        assertEquals("3 right, 1 turned away, 3 wrong: 404 2, no answer 1", tally.counts());
        assertEquals(7, tally.all());
        tally.askedTwice();
        assertEquals("3 right, 1 turned away, 3 wrong: 404 2, no answer 1; 1 asked twice, their connection was closed",
                tally.and(new Tally()).counts());
    }

    @Test
    void countsWhatWasWaitedForInVainAsSlow() {
        Tally tally = of(1, 98);
        tally.wrong("no answer in 10 s", "first", 10_000_000);
        tally.wrong("no answer in 10 s", "second", 10_000_000);
        assertEquals(10_000, tally.millis(99), 10);
    }

    @Test
    void addsUp() {
        Tally one = of(1, 50);
        one.wrong("404", "first", 200_000);
        Tally other = of(51, 100);
        other.wrong("404", "second", 200_000);
        other.turnedAway(1);
        Tally both = one.and(other);
        assertEquals("100 right, 1 turned away, 2 wrong: 404 2", both.counts());
        assertEquals(51, both.millis(50), 0.1);
        assertEquals(51, one.all());
    }

    @Test
    void keepsAnAnswerThatTookLongerThanAnyTime() {
        Tally tally = new Tally();
        tally.good(Long.MAX_VALUE);
        assertEquals(1, tally.good());
    }
}

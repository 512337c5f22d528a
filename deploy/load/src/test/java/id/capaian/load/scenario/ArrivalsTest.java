package id.capaian.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final long SECOND = 1_000_000_000;

    private final Stretch calm = new Stretch(100, 50);
    private final Stretch surge = new Stretch(300, 50);

    private static List<Arrivals.Due> all(long seed, Stretch... stretches) {
        List<Arrivals.Due> all = new ArrayList<>();
        new Arrivals(List.of(stretches), seed).forEachRemaining(all::add);
        return all;
    }

    @Test
    void areTheSameForTheSameSeedAndOthersForAnother() {
        assertEquals(all(1, calm), all(1, calm));
        assertNotEquals(all(1, calm), all(2, calm));
    }

    @Test
    void areAsManyAsTheRateOfEachStretchSays() {
        List<Arrivals.Due> all = all(1, calm, surge);
        long first = all.stream().filter(due -> due.stretch() == calm).count();
        long second = all.stream().filter(due -> due.stretch() == surge).count();
        // Five times the standard deviation of a Poisson count.
        assertEquals(5_000, first, 5 * Math.sqrt(5_000));
        assertEquals(15_000, second, 5 * Math.sqrt(15_000));
    }

    @Test
    void comeInOrderAndEachInItsStretch() {
        long last = 0;
        for (Arrivals.Due due : all(1, calm, surge)) {
            assertTrue(due.nanos() >= last);
            last = due.nanos();
            assertEquals(due.nanos() < 50 * SECOND ? calm : surge, due.stretch());
        }
        assertTrue(last < 100 * SECOND);
    }

    @Test
    void comeAsIrregularlyAsPeopleDo() {
        List<Arrivals.Due> all = all(1, calm);
        // Gaps of a Poisson process are exponential: their standard deviation is their mean.
        double mean = 0;
        double square = 0;
        for (int i = 1; i < all.size(); i++) {
            double gap = all.get(i).nanos() - all.get(i - 1).nanos();
            mean += gap / (all.size() - 1);
            square += gap * gap / (all.size() - 1);
        }
        assertEquals(1, Math.sqrt(square - mean * mean) / mean, 0.1);
    }

    @Test
    void areNoneInAStretchWithoutTime() {
        assertTrue(all(1, new Stretch(100, 0)).isEmpty());
    }
}

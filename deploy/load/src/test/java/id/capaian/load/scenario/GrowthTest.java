package id.capaian.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.load.scenario.Growth.Sample;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final int MINUTES = 60;

    /** A sample a minute, with the same scatter of up to five each time. */
    private static Growth hour(DoubleUnaryOperator sizeAtMinute) {
        SplittableRandom random = new SplittableRandom(1);
        return Growth.of(IntStream.range(0, MINUTES).mapToObj(minute -> new Sample(60.0 * minute,
                sizeAtMinute.applyAsDouble(minute) + random.nextDouble(-5, 5))).toList());
    }

    @Test
    void isNoneWhenSizesOnlyScatter() {
        assertTrue(hour(minute -> 800).isFlat());
    }

    @Test
    void isFoundUnderScatter() {
        Growth growth = hour(minute -> 800 + minute);
        assertFalse(growth.isFlat());
        assertEquals(60, growth.perHour(), 2 * growth.noise());
    }

    @Test
    void isNoneWhenItIsHardlyAnythingHoweverStraight() {
        Growth growth = Growth.of(IntStream.range(0, MINUTES)
                .mapToObj(minute -> new Sample(60.0 * minute, 800 + minute / 10.0)).toList());
        assertTrue(growth.isFlat());
        assertEquals(6, growth.perHour(), 0.001);
    }

    @Test
    void isNotDeniedWhereItCouldHideInTheScatter() {
        assertFalse(hour(minute -> minute % 2 == 0 ? 400 : 1_200).isFlat());
    }

    @Test
    void isNoneWhenAServerShrinks() {
        assertTrue(hour(minute -> 800 - minute).isFlat());
    }

    @Test
    void leavesOutTheFirstQuarterInWhichAServerWarmsUp() {
        assertTrue(hour(minute -> minute < MINUTES / 4 ? 500 + 20 * minute : 800).isFlat());
        assertFalse(hour(minute -> minute < MINUTES / 2 ? 500 + 10 * minute : 800).isFlat());
    }

    @Test
    void isNotToldFromTooFewSamples() {
        assertThrows(IllegalArgumentException.class, () -> Growth.of(List.of(new Sample(0, 1), new Sample(1, 1))));
    }

    @Test
    void readsWhatACollectionLeftAndNotWhatCameSince() {
        assertEquals(46.08, MemoryWatch.used("""
                4711:
                 garbage-first heap   total 376832K, used 51144K [0x00000000d0000000, 0x0000000100000000)
                  region size 1024K, 6 young (6144K), 2 survivors (2048K)
                 Metaspace       used 90000K, committed 91000K, reserved 1140000K
                """), 0.001);
    }
}

package id.capaian.plugin.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelTest {

    private static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }

    @ParameterizedTest
    @CsvSource({
        // the worked examples of the five regions
        "MAX,78,75,104.00", "MAX,4.2,5.0,84.00", "MAX,85.4,82,104.15", "MAX,92,95,96.84",
        "MIN,30,24,75.00", "MIN,18,20,110.00", "MIN,4,5,120.00", "MAX,98.6,99,99.60",
        // edges
        "MAX,0,5,0.00", "MAX,-1,5,0.00", "MAX,6,5,120.00", "MAX,600,5,120.00",
        "MIN,0,5,120.00", "MIN,10,5,0.00", "MIN,11,5,0.00",
        "MAX,89.994,100,89.99", "MAX,89.995,100,90.00", "MAX,109.994,100,109.99", "MAX,109.995,100,110.00",
        "ZERO,0,,120.00", "ZERO,0.00,,120.00", "ZERO,1,,0.00",
    })
    void achievesSingleTargets(Direction direction, String reading, String target, String expected) {
        Target agreed = target == null ? Target.none() : Target.of(dec(target));
        assertEquals(dec(expected), Kernel.achievement(direction, agreed, dec(reading)));
    }

    @ParameterizedTest
    @CsvSource({
        "RANGE_MAX,36,100.00", "RANGE_MAX,38,100.00", "RANGE_MAX,18,50.00", "RANGE_MAX,41.8,110.00",
        "RANGE_MIN,36,100.00", "RANGE_MIN,38,100.00", "RANGE_MIN,57,50.00", "RANGE_MIN,32.4,110.00",
        "RANGE_MAX,0,0.00", "RANGE_MIN,76,0.00", "RANGE_MAX,76,120.00", "RANGE_MIN,0,120.00",
    })
    void achievesRanges(Direction direction, String reading, String expected) {
        Target range = Target.range(dec("36"), dec("38"));
        assertEquals(dec(expected), Kernel.achievement(direction, range, dec(reading)));
    }

    @Test
    void refusesTargetsThatDivideByZero() {
        assertFalse(Direction.MAX.accepts(Target.of(BigDecimal.ZERO)));
        assertFalse(Direction.MIN.accepts(Target.none()));
        assertFalse(Direction.RANGE_MIN.accepts(Target.range(BigDecimal.ZERO, BigDecimal.TEN)));
        assertFalse(Direction.RANGE_MAX.accepts(Target.range(BigDecimal.TEN, BigDecimal.ONE)));
        assertTrue(Direction.ZERO.accepts(Target.none()));
        assertThrows(IllegalArgumentException.class,
                () -> Kernel.achievement(Direction.MAX, Target.of(BigDecimal.ZERO), BigDecimal.ONE));
    }

    @ParameterizedTest
    @CsvSource({"89.99,BELOW", "90.00,MEETS", "109.99,MEETS", "110.00,ABOVE", "0.00,BELOW", "120.00,ABOVE"})
    void bandsAtTheirEdges(String score, Mark expected) {
        assertEquals(expected, Mark.band(dec(score)));
    }

    @Test
    void roundsHalfUp() {
        assertEquals(dec("2.67"), Kernel.round(dec("2.665")));
        assertEquals(dec("65.84"), Kernel.share(dec("0.70"), dec("94.05")));
        assertEquals(dec("19.37"), Kernel.share(dec("0.20"), dec("96.84")));
    }

    @ParameterizedTest
    @CsvSource({
        "1,1", "9,9", "10,10", "12,12", "15,14", "100,80", "105,83", "1000,278", "75000,382", "99999,383",
        "100000,384", "5000000,384",
    })
    void asksForTheSampleOfTheTable(long population, long expected) {
        assertEquals(expected, Kernel.minimumSample(population));
    }

    @Test
    void asksForTheLargestSampleOfAnUnknownPopulation() {
        assertEquals(384, Kernel.minimumSample(null));
        assertEquals(1, Kernel.minimumSample(0L));
    }

    @Test
    void neverAsksForLessOfALargerPopulation() {
        long before = 0;
        for (long population = 1; population <= 101_000; population++) {
            long needed = Kernel.minimumSample(population);
            assertTrue(needed >= before, "at " + population);
            before = needed;
        }
    }

    @Test
    void takesTheMeanOfSevenMarks() {
        Map<BehaviourValue, Mark> marks = new EnumMap<>(BehaviourValue.class);
        for (BehaviourValue value : BehaviourValue.values()) {
            marks.put(value, Mark.MEETS);
        }
        assertEquals(dec("100.00"), Kernel.behaviour(marks).score());
        marks.put(BehaviourValue.COLLABORATIVE, Mark.ABOVE);
        assertEquals(dec("102.86"), Kernel.behaviour(marks).score());
        marks.remove(BehaviourValue.LOYAL);
        BehaviourScore unmarked = Kernel.behaviour(marks);
        assertEquals(List.of(BehaviourValue.LOYAL), unmarked.missing());
        assertEquals(Outcome.Reason.BEHAVIOUR_MISSING,
                unmarked.refusal(new Assessment(List.of()).results()).orElseThrow().reason());
    }
}

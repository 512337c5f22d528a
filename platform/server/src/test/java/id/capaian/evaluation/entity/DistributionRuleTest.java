package id.capaian.evaluation.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.evaluation.entity.DistributionRule.Kind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** domain.md 3.3: floor for maxima, ceil for minima. */
class DistributionRuleTest {

    private static final DistributionRule AT_MOST_70 = rule(Kind.MAX_PERCENT, 70, Predicate.GOOD);
    private static final DistributionRule AT_LEAST_10 = rule(Kind.MIN_PERCENT, 10, Predicate.NEEDS_IMPROVEMENT,
            Predicate.POOR);

    @Test
    void roundsMaximaDownAndMinimaUp() {
        assertEquals(3, AT_MOST_70.limit(5));
        assertEquals(7, AT_MOST_70.limit(10));
        assertEquals(2, AT_LEAST_10.limit(11));
        assertEquals(1, AT_LEAST_10.limit(10));
        assertEquals(0, rule(Kind.MAX_PERCENT, 0, Predicate.VERY_GOOD).limit(500));
        assertEquals(1, rule(Kind.MIN_PERSONS, 1, Predicate.POOR).limit(500));
        assertNull(rule(Kind.MAJORITY, null, Predicate.GOOD).limit(10));
    }

    @Test
    void aMaximumIsBrokenByTheFirstPersonBeyondIt() {
        assertTrue(AT_MOST_70.holds(10, Map.of(Predicate.GOOD, 7)));
        assertFalse(AT_MOST_70.holds(10, Map.of(Predicate.GOOD, 8)));
    }

    @Test
    void aMinimumIsBrokenOnceTooFewAreLeftToReachIt() {
        assertTrue(AT_LEAST_10.holds(11, Map.of(Predicate.GOOD, 9)));
        assertFalse(AT_LEAST_10.holds(11, Map.of(Predicate.GOOD, 10)));
        assertTrue(AT_LEAST_10.holds(11, Map.of(Predicate.GOOD, 9, Predicate.POOR, 1, Predicate.NEEDS_IMPROVEMENT, 1)));
    }

    @Test
    void aMajorityIsTheLargestGroup() {
        DistributionRule mostlyGood = rule(Kind.MAJORITY, null, Predicate.GOOD);
        assertTrue(mostlyGood.holds(10, Map.of(Predicate.GOOD, 4, Predicate.VERY_GOOD, 4, Predicate.POOR, 2)));
        assertFalse(mostlyGood.holds(10, Map.of(Predicate.GOOD, 4, Predicate.VERY_GOOD, 5, Predicate.POOR, 1)));
        assertTrue(mostlyGood.holds(10, Map.of(Predicate.GOOD, 4, Predicate.VERY_GOOD, 5)));
    }

    private static DistributionRule rule(Kind kind, Integer amount, Predicate... predicates) {
        return new DistributionRule(Set.of(predicates), kind, amount);
    }
}

package id.capaian.evaluation.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredicateMatrixTest {

    @ParameterizedTest
    @CsvSource({
        "ABOVE, BELOW, POOR", "ABOVE, MEETS, GOOD", "ABOVE, ABOVE, VERY_GOOD",
        "MEETS, BELOW, POOR", "MEETS, MEETS, GOOD", "MEETS, ABOVE, GOOD",
        "BELOW, BELOW, VERY_POOR", "BELOW, MEETS, NEEDS_IMPROVEMENT", "BELOW, ABOVE, NEEDS_IMPROVEMENT",
    })
    void hasTheNineCellsOfTheRule(Rating result, Rating behaviour, Predicate expected) {
        assertEquals(expected, PredicateMatrix.of(result, behaviour));
    }

    /** domain.md 3.3 [!]: max(result, behaviour) said Butuh Perbaikan here; bad behaviour beats good results. */
    @ParameterizedTest
    @CsvSource({"ABOVE", "MEETS"})
    void badBehaviourBeatsGoodResults(Rating result) {
        assertEquals(Predicate.POOR, PredicateMatrix.of(result, Rating.BELOW));
    }

    @Test
    void guessesNothing() {
        assertThrows(NullPointerException.class, () -> PredicateMatrix.of(null, Rating.MEETS));
        assertThrows(NullPointerException.class, () -> PredicateMatrix.of(Rating.MEETS, null));
    }
}

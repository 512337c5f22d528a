package id.capaian.evaluation.entity;

import static id.capaian.evaluation.entity.EvaluationStatus.ACKNOWLEDGED;
import static id.capaian.evaluation.entity.EvaluationStatus.CALIBRATING;
import static id.capaian.evaluation.entity.EvaluationStatus.DECIDED;
import static id.capaian.evaluation.entity.EvaluationStatus.DELIVERED;
import static id.capaian.evaluation.entity.EvaluationStatus.EXCLUDED;
import static id.capaian.evaluation.entity.EvaluationStatus.EXPLAINED;
import static id.capaian.evaluation.entity.EvaluationStatus.FINAL;
import static id.capaian.evaluation.entity.EvaluationStatus.LAPSED;
import static id.capaian.evaluation.entity.EvaluationStatus.NOT_STARTED;
import static id.capaian.evaluation.entity.EvaluationStatus.OBJECTED;
import static id.capaian.evaluation.entity.EvaluationStatus.RATED;
import static id.capaian.evaluation.entity.EvaluationStatus.RETURNED_FOR_EVIDENCE;
import static id.capaian.evaluation.entity.EvaluationStatus.SELF_FILLING;
import static id.capaian.evaluation.entity.EvaluationStatus.SELF_SUBMITTED;
import static id.capaian.evaluation.entity.EvaluationStatus.UNDER_REVIEW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Written from domain.md 4, not from the code: every move that is not in this list must be refused, for every mover.
 */
class EvaluationStatusTest {

    record Move(EvaluationStatus from, EvaluationStatus to, Mover mover) {
    }

    private static final Set<Move> ALLOWED = Set.of(
            new Move(NOT_STARTED, SELF_FILLING, Mover.SYSTEM),
            new Move(SELF_FILLING, SELF_SUBMITTED, Mover.EMPLOYEE),
            new Move(SELF_SUBMITTED, UNDER_REVIEW, Mover.RATER),
            new Move(SELF_SUBMITTED, RETURNED_FOR_EVIDENCE, Mover.RATER),
            new Move(RETURNED_FOR_EVIDENCE, SELF_SUBMITTED, Mover.EMPLOYEE),
            new Move(UNDER_REVIEW, RATED, Mover.RATER),
            new Move(RATED, CALIBRATING, Mover.RATER),
            new Move(RATED, CALIBRATING, Mover.UNIT_HEAD),
            // regions.md 6: a figure about the rater sends the list to calibration.
            new Move(RATED, CALIBRATING, Mover.SYSTEM),
            // domain.md 3.3: the achievement of the unit is the rating of its head, so a correction asks for it anew.
            new Move(RATED, UNDER_REVIEW, Mover.SYSTEM),
            new Move(CALIBRATING, UNDER_REVIEW, Mover.SYSTEM),
            new Move(RATED, DELIVERED, Mover.RATER),
            new Move(CALIBRATING, RATED, Mover.UNIT_HEAD),
            new Move(CALIBRATING, DELIVERED, Mover.UNIT_HEAD),
            new Move(DELIVERED, ACKNOWLEDGED, Mover.EMPLOYEE),
            new Move(DELIVERED, OBJECTED, Mover.EMPLOYEE),
            new Move(DELIVERED, LAPSED, Mover.CLOCK),
            new Move(ACKNOWLEDGED, FINAL, Mover.SYSTEM),
            new Move(LAPSED, FINAL, Mover.SYSTEM),
            new Move(OBJECTED, EXPLAINED, Mover.RATER),
            new Move(OBJECTED, EXPLAINED, Mover.CLOCK),
            new Move(EXPLAINED, DECIDED, Mover.RATER_SUPERIOR),
            new Move(DECIDED, FINAL, Mover.SYSTEM),
            new Move(FINAL, UNDER_REVIEW, Mover.REGION_HR_ADMIN),
            // Ours, where domain.md says nothing: what was handed in comes back before the rater begins,
            new Move(SELF_SUBMITTED, SELF_FILLING, Mover.EMPLOYEE),
            // the rater begins without a submission once the period is over,
            new Move(SELF_FILLING, UNDER_REVIEW, Mover.RATER),
            new Move(RETURNED_FOR_EVIDENCE, UNDER_REVIEW, Mover.RATER),
            // and the agency takes out, and back in, whoever has nothing to evaluate and was told nothing yet.
            new Move(SELF_FILLING, EXCLUDED, Mover.REGION_HR_ADMIN),
            new Move(SELF_SUBMITTED, EXCLUDED, Mover.REGION_HR_ADMIN),
            new Move(RETURNED_FOR_EVIDENCE, EXCLUDED, Mover.REGION_HR_ADMIN),
            new Move(UNDER_REVIEW, EXCLUDED, Mover.REGION_HR_ADMIN),
            new Move(RATED, EXCLUDED, Mover.REGION_HR_ADMIN),
            new Move(CALIBRATING, EXCLUDED, Mover.REGION_HR_ADMIN),
            new Move(EXCLUDED, SELF_FILLING, Mover.REGION_HR_ADMIN),
            new Move(EXCLUDED, SELF_SUBMITTED, Mover.REGION_HR_ADMIN),
            new Move(EXCLUDED, RETURNED_FOR_EVIDENCE, Mover.REGION_HR_ADMIN),
            new Move(EXCLUDED, UNDER_REVIEW, Mover.REGION_HR_ADMIN),
            new Move(EXCLUDED, RATED, Mover.REGION_HR_ADMIN),
            new Move(EXCLUDED, CALIBRATING, Mover.REGION_HR_ADMIN));

    @Test
    void hasTheFourteenStatesOfTheRuleAndOneOfOurs() {
        assertEquals(15, EvaluationStatus.values().length);
    }

    @Test
    void neitherRatesNorTellsWhatWasTakenOut() {
        assertFalse(EXCLUDED.isRated());
        assertFalse(EXCLUDED.isKnownToThePerson());
        assertFalse(EXCLUDED.isBeforeRating());
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void allowsTheMovesOfTheRule(Move move) {
        assertTrue(move.from().allows(move.to(), move.mover()));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void forbidsEveryOtherMove(Move move) {
        assertFalse(move.from().allows(move.to(), move.mover()));
    }

    static Stream<Move> allowed() {
        return ALLOWED.stream();
    }

    static Stream<Move> forbidden() {
        return every().filter(move -> !ALLOWED.contains(move));
    }

    private static Stream<Move> every() {
        return Arrays.stream(EvaluationStatus.values()).flatMap(from -> Arrays.stream(EvaluationStatus.values())
                .flatMap(to -> Arrays.stream(Mover.values()).map(mover -> new Move(from, to, mover))));
    }
}

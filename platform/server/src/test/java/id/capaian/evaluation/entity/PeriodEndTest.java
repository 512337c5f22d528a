package id.capaian.evaluation.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What keeps one evaluation from keeping a period open, and a submission from being a trap. */
class PeriodEndTest {

    private static final Instant NOW = Instant.parse("2027-01-14T03:00:00Z");

    private final UUID person = UUID.randomUUID();
    private final UUID rater = UUID.randomUUID();
    private final Evaluation evaluation = new Evaluation(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(),
            UUID.randomUUID(), new Parties(person, rater, UUID.randomUUID()));

    @Test
    void givesASubmissionBackToThePersonOnly() {
        evaluation.submit(person, NOW);
        refused(Problem.FORBIDDEN, () -> evaluation.withdrawSubmission(rater));
        evaluation.withdrawSubmission(person);
        assertEquals(EvaluationStatus.SELF_FILLING, evaluation.status());
        assertNull(evaluation.submittedAt());
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.withdrawSubmission(person));
        evaluation.submit(person, NOW);
        assertEquals(NOW, evaluation.submittedAt());
    }

    @Test
    void givesNothingBackOnceTheRaterHasBegun() {
        evaluation.beginWithoutSubmission(rater, true);
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.withdrawSubmission(person));
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.submit(person, NOW));
    }

    @Test
    void letsTheRaterBeginWithoutASubmissionOnceThePeriodIsOver() {
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.beginWithoutSubmission(rater, false));
        refused(Problem.SELF_RATING, () -> evaluation.beginWithoutSubmission(person, true));
        refused(Problem.NOT_THE_RATER, () -> evaluation.beginWithoutSubmission(UUID.randomUUID(), true));
        assertFalse(evaluation.isWithoutSubmission());
        evaluation.beginWithoutSubmission(rater, true);
        assertEquals(EvaluationStatus.UNDER_REVIEW, evaluation.status());
        assertTrue(evaluation.isWithoutSubmission());
        assertNull(evaluation.predicate(), "nothing is rated by that");
    }

    @Test
    void neitherCallsASubmissionMissingNorWaitsForASecondOne() {
        evaluation.submit(person, NOW);
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.beginWithoutSubmission(rater, true));
        evaluation.returnForEvidence(rater, "Lampirkan rekap triwulan");
        evaluation.beginWithoutSubmission(rater, true);
        assertNull(evaluation.raterNote(), "what was asked for is no note on the person's development");
        assertTrue(evaluation.isWithoutSubmission());
    }

    @Test
    void takesAnEvaluationOutAndBackInWhereItStood() {
        evaluation.submit(person, NOW);
        refused(Problem.REASON_NEEDED, () -> evaluation.exclude(" "));
        refused(Problem.MOVE_NOT_ALLOWED, evaluation::reinstate);
        evaluation.exclude(" Meninggal dunia 3 November ");
        assertEquals(EvaluationStatus.EXCLUDED, evaluation.status());
        assertEquals("Meninggal dunia 3 November", evaluation.exclusionReason());
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.exclude("lagi"));
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.beginWithoutSubmission(rater, true));
        refused(Problem.MOVE_NOT_ALLOWED, () -> evaluation.submit(person, NOW));
        evaluation.reinstate();
        assertEquals(EvaluationStatus.SELF_SUBMITTED, evaluation.status());
        assertNull(evaluation.exclusionReason());
    }

    private static void refused(Problem problem, Executable act) {
        assertEquals(problem, assertThrows(ProblemException.class, act).problem());
    }
}

package id.capaian.evaluation.boundary;

import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.plugin.api.BehaviourValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * One person in a rater's list.
 *
 * @param markedValues   how many of the seven values are marked
 * @param outcome        outcome of the newest suggestion; null when no run has made one
 * @param indexScore     its index; null when not scored
 * @param suggestedResult    suggested rating of results; null when there is none
 * @param suggestedBehaviour suggested rating of behaviour; null when there is none
 * @param outdated       whether marks were changed after the suggestion was computed; it can be adopted no more
 * @param predicate      null until rated
 */
public record TeamRow(UUID evaluationId, UUID employeeId, String employeeName, String positionName, String unitName,
        String status, int markedValues, String outcome, BigDecimal indexScore, String suggestedResult,
        String suggestedBehaviour, boolean outdated, String resultRating, String behaviourRating, String predicate,
        Instant submittedAt, Instant answerDueAt, long version) {

    private static final int VALUES = BehaviourValue.values().length;

    /** Whether values of conduct may be marked and are not all. */
    public boolean awaitsMarks() {
        return awaitsMarks(status, markedValues);
    }

    /** Whether the ratings may be fixed and are not. */
    public boolean awaitsRating() {
        return awaitsRating(status);
    }

    /** See {@link #awaitsMarks()}. */
    public static boolean awaitsMarks(String status, int markedValues) {
        return markedValues < VALUES && EvaluationStatus.valueOf(status).isBeforeRating();
    }

    /** See {@link #awaitsRating()}. */
    public static boolean awaitsRating(String status) {
        return status.equals("SELF_SUBMITTED") || status.equals("UNDER_REVIEW");
    }
}

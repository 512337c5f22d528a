package id.capaian.evaluation.boundary;

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
 * @param predicate      null until rated
 */
public record TeamRow(UUID evaluationId, UUID employeeId, String employeeName, String positionName, String unitName,
        String status, int markedValues, String outcome, BigDecimal indexScore, String suggestedResult,
        String suggestedBehaviour, String resultRating, String behaviourRating, String predicate, Instant submittedAt,
        Instant answerDueAt, long version) {
}

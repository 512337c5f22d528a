package id.capaian.evaluation.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * One of the caller's own evaluations.
 *
 * @param predicate   null before delivery
 * @param answerDueAt null before delivery
 */
public record OwnRow(UUID evaluationId, UUID planId, UUID periodId, String periodCode, String periodName,
        String unitName,
        String status, String predicate, Instant answerDueAt, long version) {
}

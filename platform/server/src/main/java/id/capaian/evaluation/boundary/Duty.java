package id.capaian.evaluation.boundary;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something evaluation wants of somebody.
 *
 * @param kind         status of the own evaluation that waits, or RATE, DELIVER, EXPLAIN, DECIDE for those of others
 * @param evaluationId the own evaluation; null for those of others
 * @param periodName   its period; null for those of others
 * @param count        how many wait
 * @param due          last day; null when there is none
 */
public record Duty(String kind, UUID evaluationId, String periodName, int count, LocalDate due) {
}

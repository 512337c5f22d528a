package id.capaian.evaluation.boundary;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something evaluation wants of somebody: an own evaluation or an objection, one by one; the rest counted by period.
 *
 * @param kind         status of the own evaluation that waits; EXPLAIN, DECIDE for an objection; RATE, DELIVER,
 *                     CALIBRATE for evaluations of others
 * @param evaluationId the one evaluation; null when counted
 * @param employeeName whose objection; null for all else
 * @param periodCode   its period, as addresses name it
 * @param periodName   the same, as people read it
 * @param count        how many wait
 * @param due          last day; null when there is none
 */
public record Duty(String kind, UUID evaluationId, String employeeName, String periodCode, String periodName, int count,
        LocalDate due) {
}

package id.capaian.evaluation;

import java.util.UUID;

/**
 * An evaluation became final. Fired inside the transaction that made it so: what an observer writes commits or vanishes
 * with it.
 *
 * @param evaluationId the evaluation
 * @param employeeId   whom it is about
 * @param periodId     its period
 * @param unitId       the unit it counts in
 */
public record EvaluationFinal(UUID evaluationId, UUID employeeId, UUID periodId, UUID unitId) {
}

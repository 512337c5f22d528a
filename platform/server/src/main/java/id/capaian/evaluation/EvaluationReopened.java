package id.capaian.evaluation;

import java.util.UUID;

/**
 * A final evaluation was reopened by order: it counts no more until it is final again. Fired inside the transaction.
 *
 * @param evaluationId the evaluation
 * @param periodId     its period
 * @param unitId       the unit it counted in
 */
public record EvaluationReopened(UUID evaluationId, UUID periodId, UUID unitId) {
}

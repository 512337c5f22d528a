package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.plugin.api.FormulaInput;
import java.util.UUID;

/**
 * A rater's list in which everybody is rated, as a formula about raters gets it.
 *
 * @param frozen what it is computed with
 */
public record RaterList(UUID raterId, UUID periodId, Frozen frozen, FormulaInput input) {
}

package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.EvaluationRun;
import id.capaian.plugin.api.FormulaInput;
import java.util.List;
import java.util.UUID;

/**
 * What a chunk computes: read in one transaction, scored outside any.
 *
 * @param frozen what the run computes with
 * @param people whom it covers with what the formula may know of each;
 *               empty when the chunk is done already, or the run was ended
 */
public record ChunkWork(EvaluationRun.Frozen frozen, List<Subject> people) {

    /** One evaluation with its input. */
    record Subject(UUID evaluationId, FormulaInput input) {
    }
}

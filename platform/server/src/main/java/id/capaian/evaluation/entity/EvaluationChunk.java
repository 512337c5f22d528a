package id.capaian.evaluation.entity;

import java.util.List;
import java.util.UUID;

/**
 * A part of a run that one job computes.
 *
 * @param number        1, 2, … within the run
 * @param evaluationIds whom it covers; fixed when the run starts
 * @param done          whether its suggestions are written
 */
public record EvaluationChunk(UUID runId, int number, List<UUID> evaluationIds, boolean done) {

    public EvaluationChunk {
        evaluationIds = List.copyOf(evaluationIds);
    }
}

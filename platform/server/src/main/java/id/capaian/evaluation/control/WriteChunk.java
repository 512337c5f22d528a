package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.EvaluationRun;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes a chunk's suggestions, ticks the chunk off and counts; the last one ends the run. */
@TenantUseCase
public class WriteChunk {

    private final EntityManager entityManager;
    private final RunSql runs;
    private final SuggestionSql suggestions;
    private final Clock clock;

    WriteChunk() {
        this(null, null, null, null);
    }

    @Inject
    WriteChunk(EntityManager entityManager, RunSql runs, SuggestionSql suggestions, Clock clock) {
        this.entityManager = entityManager;
        this.runs = runs;
        this.suggestions = suggestions;
        this.clock = clock;
    }

    /** Does nothing when the chunk was written before, or the run was ended. */
    public void write(UUID runId, int number, List<Suggestion> scored) {
        // Writers of a run take turns: otherwise two last chunks would each see the other waiting and nobody ended it.
        EvaluationRun run = entityManager.find(EvaluationRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
        if (runs.chunk(runId, number).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND)).done()
                || run.isOver()) {
            return;
        }
        suggestions.insert(scored);
        runs.finishChunk(runId, number, clock.instant());
        Map<String, Integer> outcomes = runs.outcomes(runId);
        run.progressed(outcomes.getOrDefault(Suggestion.Outcome.SCORED.name(), 0),
                outcomes.getOrDefault(Suggestion.Outcome.NOT_SCORABLE.name(), 0),
                outcomes.getOrDefault(Suggestion.Outcome.FAULT.name(), 0), !runs.hasWaitingChunks(runId),
                        clock.instant());
    }
}

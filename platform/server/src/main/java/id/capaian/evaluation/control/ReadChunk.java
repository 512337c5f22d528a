package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.EvaluationChunk;
import id.capaian.evaluation.entity.EvaluationRun;
import id.capaian.extension.Catalogue;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.plugin.api.PackDescriptor;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Reads what a chunk needs: a handful of statements, however many people. */
@TenantUseCase
public class ReadChunk {

    private final EntityManager entityManager;
    private final RunSql runs;
    private final PersonInputs inputs;
    private final Catalogue catalogue;

    ReadChunk() {
        this(null, null, null, null);
    }

    @Inject
    ReadChunk(EntityManager entityManager, RunSql runs, PersonInputs inputs, Catalogue catalogue) {
        this.entityManager = entityManager;
        this.runs = runs;
        this.inputs = inputs;
        this.catalogue = catalogue;
    }

    /** @throws ProblemException NOT_FOUND, PACK_NOT_READY when this node has not verified the frozen pack */
    public ChunkWork read(UUID runId, int number) {
        EvaluationChunk chunk = runs.chunk(runId, number).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        EvaluationRun run = entityManager.find(EvaluationRun.class, runId);
        if (chunk.done() || run.isOver()) {
            return new ChunkWork(run.frozen(), List.of());
        }
        PackDescriptor pack = catalogue.descriptor(run.frozen().packId(), run.frozen().packVersion()).orElseThrow(() ->
                ProblemException.of(Problem.PACK_NOT_READY, run.frozen().packId(), run.frozen().packVersion()));
        return new ChunkWork(run.frozen(), inputs.of(run.frozen(), pack, run.periodId(), chunk.evaluationIds()));
    }
}

package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Suggestion;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.jobs.JobHandler;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.engine.CanonicalInput;
import id.capaian.plugin.engine.CanonicalOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The job of one chunk: reads, scores without holding a connection, writes. May be run again at any point: the writing
 * transaction looks whether the chunk is done, and writes all of it or nothing.
 */
@ApplicationScoped
public class ScoreChunk implements JobHandler {

    static final String TASK = "evaluation-chunk";
    /** What is stored as explanation when the pack failed and told nothing. */
    static final String FAULT = "{\"kind\":\"fault\"}";

    private final ReadChunk readChunk;
    private final WriteChunk writeChunk;
    private final BlockRun blockRun;
    private final Catalogue catalogue;
    private final Clock clock;

    ScoreChunk() {
        this(null, null, null, null, null);
    }

    @Inject
    ScoreChunk(ReadChunk readChunk, WriteChunk writeChunk, BlockRun blockRun, Catalogue catalogue, Clock clock) {
        this.readChunk = readChunk;
        this.writeChunk = writeChunk;
        this.blockRun = blockRun;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public String task() {
        return TASK;
    }

    /** @param key run id, slash, number of the chunk */
    @Override
    public void run(String key) {
        int slash = key.indexOf('/');
        score(UUID.fromString(key.substring(0, slash)), Integer.parseInt(key.substring(slash + 1)));
    }

    private void score(UUID runId, int number) {
        try {
            ChunkWork work = readChunk.read(runId, number);
            if (!work.people().isEmpty()) {
                writeChunk.write(runId, number, scored(runId, work));
            }
        } catch (PackFault fault) {
            stop(runId, "evaluation.blocked." + fault.kind(), fault);
        } catch (ProblemException problem) {
            if (problem.problem() != Problem.PACK_NOT_READY) {
                throw problem;
            }
            stop(runId, "evaluation.blocked.PACK_NOT_READY", problem);
        }
    }

    /** Says why the run does not go on, and has the chunk tried again later. */
    private void stop(UUID runId, String reason, RuntimeException cause) {
        blockRun.block(runId, reason);
        throw cause;
    }

    private List<Suggestion> scored(UUID runId, ChunkWork work) {
        List<Suggestion> suggestions = new ArrayList<>();
        try (Lease lease = catalogue.lease(work.frozen().packId(), work.frozen().packVersion())) {
            if (!lease.sha256().equals(work.frozen().packSha256())) {
                throw ProblemException.of(Problem.PACK_NOT_READY, work.frozen().packId(), work.frozen().packVersion());
            }
            for (ChunkWork.Subject person : work.people()) {
                suggestions.add(scored(runId, person, lease, work.frozen().formulaId()));
            }
        }
        return suggestions;
    }

    private Suggestion scored(UUID runId, ChunkWork.Subject person, Lease lease, String formulaId) {
        String input = CanonicalInput.write(person.input());
        Result result = computed(lease, formulaId, person);
        Outcome.Scored scored = result.scored();
        return new Suggestion(Ids.next(clock.millis()), runId, person.evaluationId(), result.kind(),
                scored == null ? null : scored.result(), scored == null ? null : scored.behaviour(),
                scored == null ? null : scored.index(), result.resultRating(), result.behaviourRating(),
                result.reasonCode(), result.reason() == null ? null : result.reason().id(),
                result.outcome() == null ? FAULT : CanonicalOutcome.write(result.outcome()), input,
                CanonicalInput.sha256(input), clock.instant());
    }

    private static Result computed(Lease lease, String formulaId, ChunkWork.Subject person) {
        try {
            return Result.of(lease.evaluate(formulaId, person.input()));
        } catch (PackFault fault) {
            if (Result.isForLater(fault)) {
                // The chunk waits and is tried again.
                throw fault;
            }
            return Result.of(fault.kind());
        }
    }
}

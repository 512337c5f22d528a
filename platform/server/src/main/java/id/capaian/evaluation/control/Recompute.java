package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.RecomputationView;
import id.capaian.evaluation.control.ReadComputation.Computation;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.plugin.engine.CanonicalInput;
import id.capaian.plugin.engine.CanonicalOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Computes a stored figure again from its own input with the bytes of its pack, which are kept; writes nothing. */
@ApplicationScoped
public class Recompute {

    private final ReadComputation readComputation;
    private final Catalogue catalogue;

    Recompute() {
        this(null, null);
    }

    @Inject
    Recompute(ReadComputation readComputation, Catalogue catalogue) {
        this.readComputation = readComputation;
        this.catalogue = catalogue;
    }

    /**
     * Compares byte for byte: the input with its hash, the pack with its hash, and the whole outcome.
     *
     * @throws id.capaian.kernel.problem.ProblemException NOT_FOUND, FORBIDDEN, PACK_NOT_OFFERED when there never was
     *         that version, PACK_REFUSED when it is no longer trusted, PACK_NOT_READY when it is too busy
     */
    public RecomputationView suggestion(UUID suggestionId) {
        return compared(readComputation.ofSuggestion(suggestionId));
    }

    /** The same of a figure about a rater. */
    public RecomputationView raterScore(UUID raterScoreId) {
        return compared(readComputation.ofRaterScore(raterScoreId));
    }

    private RecomputationView compared(Computation stored) {
        try (Lease lease = catalogue.leaseOfKept(stored.frozen().packId(), stored.frozen().packVersion())) {
            String computed = outcome(stored, lease);
            String difference = difference(stored, lease, computed);
            return new RecomputationView(stored.id(), difference == null, difference, stored.frozen().packId(),
                    stored.frozen().packVersion(), stored.frozen().packSha256(), stored.frozen().formulaId(),
                    stored.inputSha256(), stored.explanation(), computed);
        }
    }

    private static String difference(Computation stored, Lease lease, String computed) {
        if (!CanonicalInput.sha256(stored.input()).equals(stored.inputSha256())) {
            return "input";
        }
        if (!lease.sha256().equals(stored.frozen().packSha256())) {
            return "pack";
        }
        return stored.explanation().equals(computed) ? null : "outcome";
    }

    private static String outcome(Computation stored, Lease lease) {
        try {
            return CanonicalOutcome.write(lease.evaluate(stored.frozen().formulaId(),
                    CanonicalInput.read(stored.input())));
        } catch (PackFault fault) {
            return ScoreChunk.FAULT;
        }
    }
}

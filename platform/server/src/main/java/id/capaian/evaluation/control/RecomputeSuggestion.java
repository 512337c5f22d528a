package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.RecomputationView;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.engine.CanonicalInput;
import id.capaian.plugin.engine.CanonicalOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Computes a stored suggestion again from its own input with its frozen pack; writes nothing. */
@ApplicationScoped
public class RecomputeSuggestion {

    private final ReadSuggestion readSuggestion;
    private final Catalogue catalogue;

    RecomputeSuggestion() {
        this(null, null);
    }

    @Inject
    RecomputeSuggestion(ReadSuggestion readSuggestion, Catalogue catalogue) {
        this.readSuggestion = readSuggestion;
        this.catalogue = catalogue;
    }

    /**
     * Compares byte for byte: the input with its hash, the pack with its hash, and the whole outcome.
     *
     * @throws id.capaian.kernel.problem.ProblemException NOT_FOUND, PACK_NOT_READY when this node does not run that
     *         version now
     */
    public RecomputationView recompute(UUID suggestionId) {
        ReadSuggestion.Stored stored = readSuggestion.read(suggestionId);
        try (Lease lease = catalogue.lease(stored.view().packId(), stored.view().packVersion())) {
            return compared(stored, lease);
        }
    }

    private static RecomputationView compared(ReadSuggestion.Stored stored, Lease lease) {
        Suggestion suggestion = stored.suggestion();
        String computed = outcome(suggestion, stored.view().formulaId(), lease);
        String difference = difference(stored, lease, computed);
        return new RecomputationView(suggestion.id(), difference == null, difference, stored.view(), computed);
    }

    private static String difference(ReadSuggestion.Stored stored, Lease lease, String computed) {
        Suggestion suggestion = stored.suggestion();
        if (!CanonicalInput.sha256(suggestion.input()).equals(suggestion.inputSha256())) {
            return "input";
        }
        if (!lease.sha256().equals(stored.view().packSha256())) {
            return "pack";
        }
        return suggestion.explanation().equals(computed) ? null : "outcome";
    }

    private static String outcome(Suggestion suggestion, String formulaId, Lease lease) {
        try {
            Outcome outcome = lease.evaluate(formulaId, CanonicalInput.read(suggestion.input()));
            return CanonicalOutcome.write(outcome);
        } catch (PackFault fault) {
            return ScoreChunk.FAULT;
        }
    }
}

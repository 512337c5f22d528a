package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.ExplanationView;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.engine.CanonicalOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads stored explanations. */
@ApplicationScoped
class Explanations {

    /** Steps, flags and reason of a stored outcome; empty for a fault, of which a pack told nothing. */
    ExplanationView of(Suggestion.Outcome outcome, String explanation) {
        if (outcome == Suggestion.Outcome.FAULT) {
            return new ExplanationView(List.of(), List.of(), null);
        }
        Outcome stored = CanonicalOutcome.read(explanation);
        return new ExplanationView(stored.steps(), stored.flags(),
                stored instanceof Outcome.NotScorable refused ? refused.detail() : null);
    }
}

package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.ExplanationView;
import id.capaian.evaluation.boundary.GivenView;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.IndicatorInput;
import id.capaian.plugin.api.IndicatorReading;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Target;
import id.capaian.plugin.engine.CanonicalInput;
import id.capaian.plugin.engine.CanonicalOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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

    /** The numbers a stored input holds: readings by code, marks in the order of the law, facts by name. */
    List<GivenView> inputs(String canonicalInput) {
        FormulaInput input = CanonicalInput.read(canonicalInput);
        List<GivenView> given = new ArrayList<>();
        input.indicators().forEach(indicator -> given.add(indicator(indicator)));
        input.marks().forEach((value, mark) ->
                given.add(new GivenView("MARK", value.name(), null, null, mark.name(), null, null)));
        input.facts().forEach((name, fact) -> given.add(new GivenView("FACT", name, fact, null, null, null, null)));
        return given;
    }

    private static GivenView indicator(IndicatorInput indicator) {
        IndicatorReading reading = indicator.reading();
        return new GivenView("INDICATOR", indicator.code(), reading == null ? null : reading.value(),
                target(indicator.target()), null, reading == null ? null : reading.source(),
                reading == null ? null : reading.takenAt());
    }

    private static String target(Target target) {
        if (target.value() != null) {
            return target.value().toPlainString();
        }
        return target.low() == null ? null : target.low().toPlainString() + "–" + target.high().toPlainString();
    }
}

package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.ExplanationView;
import id.capaian.evaluation.boundary.GivenView;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.IndicatorInput;
import id.capaian.plugin.api.IndicatorReading;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Target;
import id.capaian.plugin.engine.CanonicalInput;
import id.capaian.plugin.engine.CanonicalOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** The numbers a stored input holds: readings by code, marks in the order of the law, facts, parameters by name. */
    List<GivenView> inputs(String canonicalInput) {
        FormulaInput input = CanonicalInput.read(canonicalInput);
        List<GivenView> given = new ArrayList<>();
        input.indicators().forEach(indicator -> given.add(indicator(indicator, input.parameters())));
        input.marks().forEach((value, mark) ->
                given.add(new GivenView("MARK", value.name(), null, null, mark.name(), null, null)));
        input.facts().forEach((name, fact) -> given.add(new GivenView("FACT", name, fact, null, null, null, null)));
        input.parameters().values().keySet().forEach(name -> number(input.parameters(), name).ifPresent(number ->
                given.add(new GivenView("PARAMETER", name, number, null, null, null, null))));
        return given;
    }

    private static GivenView indicator(IndicatorInput indicator, Parameters parameters) {
        IndicatorReading reading = indicator.reading();
        return new GivenView("INDICATOR", indicator.code(), reading == null ? null : reading.value(),
                target(indicator, parameters), null, reading == null ? null : reading.source(),
                reading == null ? null : reading.takenAt());
    }

    /** As agreed to; of an indicator beside the set the parameter that the kernel takes instead. */
    private static String target(IndicatorInput indicator, Parameters parameters) {
        Target target = indicator.target();
        if (target.value() != null) {
            return target.value().toPlainString();
        }
        if (target.low() != null) {
            return target.low().toPlainString() + "–" + target.high().toPlainString();
        }
        return number(parameters, Kernel.TARGET + indicator.code()).map(BigDecimal::toPlainString).orElse(null);
    }

    /** Empty when it is not set, or is a word, such as one of several choices. */
    private static Optional<BigDecimal> number(Parameters parameters, String name) {
        try {
            return parameters.has(name) ? Optional.of(parameters.decimal(name)) : Optional.empty();
        } catch (IllegalArgumentException word) {
            return Optional.empty();
        }
    }
}

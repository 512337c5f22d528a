package id.capaian.plugin.engine;

import id.capaian.plugin.api.Assessment;
import id.capaian.plugin.api.BehaviourScore;
import id.capaian.plugin.api.Explanation;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Need;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.ResultScore;
import id.capaian.plugin.api.StepUnit;
import id.capaian.plugin.api.Subject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A formula written as data: the kernel's results and behaviour, limits before them, named steps after them.
 */
final class DataFormula implements Formula {

    /** A ceiling on an achievement. */
    record Limit(String indicator, CelExpression ceiling, LocalizedText text) {
    }

    /** A named step, with a note when {@code noteWhen} holds. */
    record NamedStep(String name, LocalizedText label, CelExpression expression, StepUnit unit,
            @Nullable CelExpression noteWhen, @Nullable LocalizedText note) {
    }

    /** A reason of the pack not to score. */
    record Refusal(Outcome.Reason reason, CelExpression when, LocalizedText text) {
    }

    /** Something to tell. */
    record Notice(Flag.Code code, String about, CelExpression when, LocalizedText text) {
    }

    /** Names of the steps that are the outputs; result and behaviour are null for raters and units. */
    record Outputs(@Nullable String result, @Nullable String behaviour, String index) {
    }

    /** What the reader made of a file. */
    record Source(FormulaDescriptor descriptor, List<Limit> limits, List<Refusal> refusals, List<NamedStep> steps,
            List<Notice> notices, Outputs outputs) {
    }

    private final PackDescriptor pack;
    private final Source source;
    private final Set<String> numericParameters;

    DataFormula(PackDescriptor pack, Source source, Set<String> numericParameters) {
        this.pack = pack;
        this.source = source;
        this.numericParameters = numericParameters;
    }

    FormulaDescriptor descriptor() {
        return source.descriptor();
    }

    /** Names of all steps an outcome of it can have: the kernel's of every indicator of the pack, and its own. */
    Set<String> stepNames() {
        Set<String> names = new TreeSet<>();
        if (source.descriptor().needs().contains(Need.BEHAVIOUR)) {
            names.add("NP");
        }
        names.add("NH");
        pack.indicators().forEach(indicator -> names.add("achievement." + indicator.code()));
        pack.indicatorSets().forEach(set -> set.items().forEach(item -> names.add("term." + item.code())));
        source.steps().forEach(step -> names.add(step.name()));
        return names;
    }

    @Override
    public Outcome evaluate(FormulaInput input) {
        Assessment assessment = Kernel.assess(input, pack);
        CelScope scope = new CelScope(input, assessment, numericParameters);
        assessment = limited(assessment, scope);
        scope.assessment(assessment);

        Evaluation evaluation = new Evaluation(scope);
        Optional<Outcome> refusal = evaluation.kernel(input, assessment).or(evaluation::refused);
        return refusal.orElseGet(evaluation::scored);
    }

    private Assessment limited(Assessment assessment, CelScope scope) {
        Assessment limited = assessment;
        for (Limit limit : source.limits()) {
            if (assessment.achievement(limit.indicator()).isPresent()) {
                limited = limited.limit(limit.indicator(), limit.ceiling().number(scope), limit.text());
            }
        }
        return limited;
    }

    /** One evaluation under way. */
    private final class Evaluation {

        private final CelScope scope;
        private final Explanation explanation = new Explanation();
        private final Map<String, BigDecimal> values = new HashMap<>();

        Evaluation(CelScope scope) {
            this.scope = scope;
        }

        Optional<Outcome> kernel(FormulaInput input, Assessment assessment) {
            ResultScore results = assessment.results();
            Set<Need> needs = source.descriptor().needs();
            if (needs.contains(Need.RESULTS)) {
                if (results.score() == null) {
                    return results.refusal().map(Outcome.class::cast);
                }
                keep("NH", results.score());
            }
            explanation.results(results);
            if (needs.contains(Need.BEHAVIOUR)) {
                BehaviourScore behaviour = Kernel.behaviour(input.marks());
                if (behaviour.score() == null) {
                    return behaviour.refusal(results).map(Outcome.class::cast);
                }
                keep("NP", behaviour.score());
                explanation.behaviour(behaviour);
            }
            return Optional.empty();
        }

        Optional<Outcome> refused() {
            for (Refusal refusal : source.refusals()) {
                if (refusal.when().truth(scope)) {
                    return Optional.of(explanation.notScorable(refusal.reason(), refusal.text()));
                }
            }
            return Optional.empty();
        }

        Outcome scored() {
            for (NamedStep step : source.steps()) {
                boolean noted = step.noteWhen() != null && step.noteWhen().truth(scope);
                keep(step.name(), explanation.step(step.name(), step.label(), step.expression().source(),
                        step.expression().number(scope), step.unit(), noted ? step.note() : null,
                        step.expression().inputs().toArray(String[]::new)));
            }
            for (Notice notice : source.notices()) {
                if (notice.when().truth(scope)) {
                    explanation.flag(notice.code(), notice.about(), notice.text());
                }
            }
            return outcome();
        }

        private Outcome outcome() {
            Outputs outputs = source.outputs();
            if (source.descriptor().subject() != Subject.PERSON) {
                return explanation.indexOnly(values.get(outputs.index()));
            }
            return explanation.scored(score(outputs.result()), score(outputs.behaviour()), score(outputs.index()));
        }

        /** Refused rather than cut off: the number people see must be the one the last step made. */
        private BigDecimal score(@Nullable String name) {
            BigDecimal score = values.get(name);
            if (score.compareTo(Kernel.clamp(score)) != 0) {
                throw new IllegalArgumentException(source.descriptor().id() + ": " + name + " is "
                        + score.toPlainString() + ", outside 0..120; the formula must say min(120, …)");
            }
            return score;
        }

        private void keep(String name, BigDecimal value) {
            values.put(name, value);
            scope.step(name, value);
        }
    }
}

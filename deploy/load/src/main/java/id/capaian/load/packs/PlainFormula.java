package id.capaian.load.packs;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.plugin.api.Assessment;
import id.capaian.plugin.api.BehaviourScore;
import id.capaian.plugin.api.Explanation;
import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.Formula;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.ResultScore;
import id.capaian.plugin.api.StepUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * A data pack's formula written once more in Java, as an author of a Java pack would: what a call through the engine is
 * measured against. Steps, rounding, texts and refusals are the same, so the outcome is the same byte for byte; the
 * texts come out of the pack's own file, the arithmetic is written by hand.
 */
abstract class PlainFormula implements Formula {

    /** Precision of the steps' arithmetic between their roundings, as data packs have it. */
    static final MathContext DIGITS = new MathContext(16, RoundingMode.HALF_UP);

    private final PackDescriptor pack;
    private final Map<String, Texts> steps = new HashMap<>();
    private final LocalizedText[] limits;
    private final LocalizedText[] flags;

    /** @param file the formula's file in the pack */
    PlainFormula(PackDescriptor pack, JsonNode file) {
        this.pack = pack;
        file.path("steps").forEach(step -> steps.put(step.path("name").asText(), new Texts(text(step.path("label")),
                step.path("expr").asText(), text(step.path("note").path("text")))));
        this.limits = texts(file.path("limits"));
        this.flags = texts(file.path("flags"));
    }

    /** What people read of a step; the note is null when it has none. */
    private record Texts(LocalizedText label, String expression, LocalizedText note) {
    }

    private static LocalizedText[] texts(JsonNode list) {
        LocalizedText[] texts = new LocalizedText[list.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(list.path(i).path("text"));
        }
        return texts;
    }

    private static LocalizedText text(JsonNode text) {
        return text.isMissingNode() ? null : new LocalizedText(text.path("id").asText(), text.path("en").asText());
    }

    @Override
    public final Outcome evaluate(FormulaInput input) {
        Assessment assessment = limited(input, Kernel.assess(input, pack));
        ResultScore results = assessment.results();
        if (results.score() == null) {
            return results.refusal().orElseThrow();
        }
        BehaviourScore behaviour = Kernel.behaviour(input.marks());
        if (behaviour.score() == null) {
            return behaviour.refusal(results).orElseThrow();
        }
        Explanation explanation = new Explanation().results(results).behaviour(behaviour);
        return scored(input, assessment, results.score(), behaviour.score(), explanation);
    }

    /** The assessment with the pack's own ceilings; the same when it has none. */
    Assessment limited(FormulaInput input, Assessment assessment) {
        return assessment;
    }

    /** The pack's own steps and flags after results score and behaviour score. */
    abstract Outcome scored(FormulaInput input, Assessment assessment, BigDecimal results, BigDecimal behaviour,
            Explanation explanation);

    final BigDecimal step(Explanation explanation, String name, BigDecimal value, boolean noted, String... inputs) {
        Texts texts = steps.get(name);
        return explanation.step(name, texts.label(), texts.expression(), value, StepUnit.POINTS,
                noted ? texts.note() : null, inputs);
    }

    final void flag(Explanation explanation, int number, Flag.Code code, String about) {
        explanation.flag(code, about, flags[number]);
    }

    final LocalizedText limit(int number) {
        return limits[number];
    }
}

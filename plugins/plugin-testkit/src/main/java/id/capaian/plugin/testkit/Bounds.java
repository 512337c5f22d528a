package id.capaian.plugin.testkit;

import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.api.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scores stay in 0..120 with two decimals, steps have names of their own, and a formula always has an answer: with
 * extreme and absent values, other marks, and every setting a tenant may choose.
 */
final class Bounds {

    private final List<String> problems = new ArrayList<>();
    private String where = "";

    private Bounds() {
    }

    /**
     * Looks at every case and its extremes.
     *
     * @param settings what a tenant may set, by what it is
     */
    static List<String> problems(RegionPack pack, Map<String, FormulaInput> inputs, Map<String, Parameters> settings) {
        Bounds bounds = new Bounds();
        inputs.forEach((file, input) -> Variants.extremes(input, settings).forEach((what, extreme) -> {
            bounds.where = file + " with " + what;
            bounds.look(pack, extreme);
        }));
        return bounds.problems;
    }

    private void look(RegionPack pack, FormulaInput input) {
        Outcome outcome;
        try {
            outcome = pack.formula(input.formulaId()).evaluate(input);
        } catch (RuntimeException e) {
            problems.add(where + ": the formula fails: " + e.getMessage());
            return;
        }
        Set<String> names = new HashSet<>();
        for (Step step : outcome.steps()) {
            if (!names.add(step.name())) {
                problems.add(where + ": step " + step.name() + " is there twice");
            }
            decimals("step " + step.name(), step.value());
        }
        if (outcome instanceof Outcome.Scored scored) {
            score("result", scored.result());
            score("behaviour", scored.behaviour());
            score("index", scored.index());
        }
    }

    private void score(String name, @Nullable BigDecimal score) {
        if (score != null) {
            decimals(name, score);
            if (score.compareTo(Kernel.clamp(score)) != 0) {
                problems.add(where + ": " + name + " is " + score.toPlainString() + ", outside 0..120");
            }
        }
    }

    private void decimals(String name, BigDecimal value) {
        if (value.scale() != 2) {
            problems.add(where + ": " + name + " has " + value.scale() + " decimals, must have 2");
        }
    }
}

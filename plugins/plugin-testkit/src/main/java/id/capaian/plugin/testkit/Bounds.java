package id.capaian.plugin.testkit;

import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.api.Subject;
import id.capaian.plugin.engine.OutcomeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Outcomes keep to {@link OutcomeRule}, and a formula always has an answer: with extreme and absent values, other
 * marks, and every setting a tenant may choose.
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
        Subject subject = pack.descriptor().formula(input.formulaId()).orElseThrow().subject();
        OutcomeRule.problems(subject, outcome).forEach(problem -> problems.add(where + ": " + problem));
    }
}

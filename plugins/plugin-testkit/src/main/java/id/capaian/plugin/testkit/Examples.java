package id.capaian.plugin.testkit;

import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.RegionPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** There are enough golden cases, and they reach every formula and every set. */
final class Examples {

    private static final int FEWEST = 10;

    private Examples() {
    }

    static List<String> problems(RegionPack pack, Map<String, FormulaInput> inputs) {
        List<String> problems = new ArrayList<>();
        if (inputs.size() < FEWEST) {
            problems.add("there are " + inputs.size() + " golden cases → write at least " + FEWEST);
        }
        Set<String> formulas = inputs.values().stream().map(FormulaInput::formulaId).collect(Collectors.toSet());
        pack.descriptor().formulas().stream().filter(formula -> !formulas.contains(formula.id())).forEach(formula ->
                problems.add("no golden case calculates " + formula.id() + " → write one for each of its branches"));
        Set<String> families = inputs.values().stream().map(FormulaInput::jobFamily).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        pack.descriptor().indicatorSets().stream().filter(set -> !families.contains(set.jobFamily())).forEach(set ->
                problems.add("no golden case is about somebody with set " + set.code() + " → write one"));
        return problems;
    }
}

package id.capaian.plugin.engine;

import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.api.Step;
import id.capaian.plugin.api.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs a pack's own examples ({@code golden/*.json}): the test kit while it is written, the server before it is
 * activated.
 */
public final class GoldenRunner {

    private GoldenRunner() {
    }

    /**
     * Runs every golden case.
     *
     * @param pack  the pack
     * @param files its files
     * @return one result per case, in the order of the files
     * @throws PackInvalid when a case cannot be read, with everything wrong with all of them, or there is none
     */
    public static List<GoldenResult> run(RegionPack pack, PackFiles files) throws PackInvalid {
        List<GoldenResult> results = new ArrayList<>();
        for (GoldenCase golden : cases(pack, files)) {
            results.add(new GoldenResult(golden.file(), golden.name(), differences(pack, golden)));
        }
        return results;
    }

    /**
     * The inputs of every golden case, for checks that need realistic inputs.
     *
     * @throws PackInvalid when a case cannot be read, or there is none
     */
    public static List<FormulaInput> inputs(RegionPack pack, PackFiles files) throws PackInvalid {
        return List.copyOf(inputsByFile(pack, files).values());
    }

    /**
     * As {@link #inputs}, by file, in the order of the files.
     *
     * @throws PackInvalid when a case cannot be read, or there is none
     */
    public static Map<String, FormulaInput> inputsByFile(RegionPack pack, PackFiles files) throws PackInvalid {
        Map<String, FormulaInput> inputs = new LinkedHashMap<>();
        cases(pack, files).forEach(golden -> inputs.put(golden.file(), golden.input()));
        return inputs;
    }

    /** Names of the steps the golden cases about persons make; a case that fails makes none. */
    static Set<String> steps(RegionPack pack, PackFiles files) throws PackInvalid {
        Set<String> steps = new TreeSet<>();
        for (FormulaInput input : inputs(pack, files)) {
            if (pack.descriptor().formula(input.formulaId()).filter(GoldenRunner::isAboutPersons).isPresent()) {
                steps(pack, input).forEach(step -> steps.add(step.name()));
            }
        }
        return steps;
    }

    private static boolean isAboutPersons(FormulaDescriptor formula) {
        return formula.subject() == Subject.PERSON;
    }

    private static List<Step> steps(RegionPack pack, FormulaInput input) {
        try {
            return pack.formula(input.formulaId()).evaluate(input).steps();
        } catch (RuntimeException e) {
            // Running the cases tells of it.
            return List.of();
        }
    }

    private static List<GoldenCase> cases(RegionPack pack, PackFiles files) throws PackInvalid {
        List<GoldenCase> cases = new ArrayList<>();
        Problems problems = new Problems();
        for (String file : files.names("golden/", ".json")) {
            try {
                cases.add(GoldenCase.read(files, file, pack.descriptor()));
            } catch (PackInvalid e) {
                problems.addAll(e);
            }
        }
        problems.throwIfAny();
        if (cases.isEmpty()) {
            throw new PackInvalid("golden/", "has no case", "write what your formula must give, by hand");
        }
        return cases;
    }

    private static List<GoldenDifference> differences(RegionPack pack, GoldenCase golden) {
        Outcome outcome;
        try {
            outcome = pack.formula(golden.input().formulaId()).evaluate(golden.input());
        } catch (IllegalArgumentException e) {
            return List.of(new GoldenDifference("fault", "Perhitungan gagal / Calculation fails",
                    "hasil / an outcome", String.valueOf(e.getMessage()), null, null));
        }
        return GoldenComparison.differences(outcome, golden.expect());
    }
}

package id.capaian.plugin.engine;

import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.api.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
     * @throws PackInvalid when a case cannot be read, or there is none
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
        return cases(pack, files).stream().map(GoldenCase::input).toList();
    }

    private static List<GoldenCase> cases(RegionPack pack, PackFiles files) throws PackInvalid {
        List<GoldenCase> cases = new ArrayList<>();
        for (String file : files.names("golden/", ".json")) {
            cases.add(GoldenCase.read(files, file, pack.descriptor()));
        }
        if (cases.isEmpty()) {
            throw new PackInvalid("golden/", "has no case", "write what your formula must give, by hand");
        }
        return cases;
    }

    private static List<String> differences(RegionPack pack, GoldenCase golden) {
        List<String> differences = new ArrayList<>();
        try {
            Outcome outcome = pack.formula(golden.input().formulaId()).evaluate(golden.input());
            compare(outcome, golden.expect(), differences);
        } catch (IllegalArgumentException | Json.Malformed e) {
            differences.add("fault: " + e.getMessage());
        }
        return differences;
    }

    private static void compare(Outcome outcome, JsonNode expect, List<String> differences) {
        if (outcome instanceof Outcome.Scored scored) {
            expectNoRefusal(expect, differences);
            number("result", expect.get("result"), scored.result(), differences);
            number("behaviour", expect.get("behaviour"), scored.behaviour(), differences);
            number("index", Json.required(expect, "index"), scored.index(), differences);
            bands(expect.path("bands"), scored, differences);
        } else if (outcome instanceof Outcome.NotScorable refused) {
            text("notScorable", Json.text(expect, "notScorable", "(a score)"), refused.reason().name(), differences);
        }
        steps(expect.path("steps"), outcome, differences);
        text("flags", expectedFlags(expect), flags(outcome), differences);
    }

    private static void expectNoRefusal(JsonNode expect, List<String> differences) {
        if (expect.has("notScorable")) {
            differences.add("notScorable: expected " + expect.get("notScorable").asString() + ", is a score");
        }
    }

    private static void bands(JsonNode expect, Outcome.Scored scored, List<String> differences) {
        if (expect.has("result") && scored.result() != null) {
            text("band of result", Json.text(expect, "result"), Mark.band(scored.result()).name(), differences);
        }
        if (expect.has("behaviour") && scored.behaviour() != null) {
            text("band of behaviour", Json.text(expect, "behaviour"), Mark.band(scored.behaviour()).name(),
                    differences);
        }
    }

    private static void steps(JsonNode expect, Outcome outcome, List<String> differences) {
        for (Map.Entry<String, JsonNode> expected : expect.properties()) {
            Optional<Step> step =
                    outcome.steps().stream().filter(made -> made.name().equals(expected.getKey())).findFirst();
            number("step " + expected.getKey(), expected.getValue(), step.map(Step::value).orElse(null), differences);
        }
    }

    private static void number(
            String what, @Nullable JsonNode expected, @Nullable BigDecimal actual, List<String> differences) {
        if (expected == null || expected.isNull()) {
            if (actual != null && expected != null) {
                differences.add(what + ": expected none, is " + actual.toPlainString());
            }
            return;
        }
        BigDecimal wanted = Json.decimal(expected, what);
        if (actual == null || actual.compareTo(wanted) != 0) {
            differences.add(String.format(Locale.ROOT, "%s: expected %s, is %s", what, wanted.toPlainString(),
                    actual == null ? "absent" : actual.toPlainString()));
        }
    }

    private static void text(String what, String expected, String actual, List<String> differences) {
        if (!expected.equals(actual)) {
            differences.add(what + ": expected " + expected + ", is " + actual);
        }
    }

    private static String expectedFlags(JsonNode expect) {
        TreeSet<String> flags = new TreeSet<>();
        expect.path("flags").forEach(flag -> flags.add(flag.asString()));
        return flags.toString();
    }

    private static String flags(Outcome outcome) {
        return outcome.flags().stream().map(GoldenRunner::flag)
                .collect(Collectors.toCollection(TreeSet::new)).toString();
    }

    private static String flag(Flag flag) {
        return flag.code() + " " + flag.about();
    }
}

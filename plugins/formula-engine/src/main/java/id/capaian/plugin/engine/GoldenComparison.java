package id.capaian.plugin.engine;

import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds an outcome against what a golden case expects. */
final class GoldenComparison {

    private static final String NONE = "tidak ada / none";
    private static final String THERE = "ada / there";
    private static final Map<String, String> LABELS = Map.of(
            "result", "Saran nilai hasil / Suggested result",
            "behaviour", "Saran nilai perilaku / Suggested behaviour",
            "index", "Nilai rekap / Index",
            "band of result", "Predikat hasil / Band of the result",
            "band of behaviour", "Predikat perilaku / Band of behaviour",
            "notScorable", "Tidak dapat dinilai / Not scorable");

    private final Outcome outcome;
    private final JsonNode expect;
    private final List<GoldenDifference> found = new ArrayList<>();

    private GoldenComparison(Outcome outcome, JsonNode expect) {
        this.outcome = outcome;
        this.expect = expect;
    }

    static List<GoldenDifference> differences(Outcome outcome, JsonNode expect) {
        GoldenComparison comparison = new GoldenComparison(outcome, expect);
        try {
            comparison.compare();
        } catch (Json.Malformed e) {
            comparison.differ("expect", "sesuai panduan / as the guide says", String.valueOf(e.getMessage()));
        }
        return comparison.found;
    }

    private void compare() {
        if (outcome instanceof Outcome.Scored scored) {
            if (expect.has("notScorable")) {
                differ("notScorable", Json.text(expect, "notScorable"),
                        "nilai / a score: " + scored.index().toPlainString());
            }
            number("result", expect.get("result"), scored.result());
            number("behaviour", expect.get("behaviour"), scored.behaviour());
            if (!expect.has("notScorable")) {
                number("index", Json.required(expect, "index"), scored.index());
            }
            band("result", scored.result());
            band("behaviour", scored.behaviour());
        } else if (outcome instanceof Outcome.NotScorable refused) {
            refused(refused);
        }
        steps();
        flags();
    }

    private void refused(Outcome.NotScorable refused) {
        String expected = Json.text(expect, "notScorable", "nilai / a score");
        if (!expected.equals(refused.reason().name())) {
            differ("notScorable", expected, refused.reason().name() + ": " + both(refused.detail()));
        }
    }

    private void band(String output, @Nullable BigDecimal score) {
        JsonNode bands = expect.path("bands");
        if (bands.has(output) && score != null) {
            Mark expected = Json.constant(Mark.class, bands, output);
            Mark actual = Mark.band(score);
            if (expected != actual) {
                differ("band of " + output, expected + " (" + both(expected.label()) + ")",
                        actual + " (" + both(actual.label()) + ")");
            }
        }
    }

    private void steps() {
        JsonNode steps = expect.path("steps");
        for (String name : steps.propertyNames()) {
            BigDecimal expected = Json.requiredDecimal(steps, name);
            Optional<Step> made = outcome.steps().stream().filter(step -> step.name().equals(name)).findFirst();
            BigDecimal actual = made.map(Step::value).orElse(null);
            if (actual == null || actual.compareTo(expected) != 0) {
                found.add(new GoldenDifference("step " + name, made.map(step -> both(step.label())).orElse(null),
                        expected.toPlainString(), actual == null ? NONE : actual.toPlainString(),
                        by(expected, actual), made.map(Step::expression).orElse(null)));
            }
        }
    }

    private void flags() {
        Set<String> expected = new TreeSet<>(expect.has("flags") ? Json.texts(expect, "flags") : List.of());
        Map<String, String> raised = outcome.flags().stream().collect(Collectors.toMap(
                flag -> flag.code() + " " + flag.about(), flag -> both(flag.text()), (one, other) -> one));
        for (String flag : expected) {
            if (!raised.containsKey(flag)) {
                differ("flag " + flag, THERE, NONE);
            }
        }
        for (String flag : new TreeSet<>(raised.keySet())) {
            if (!expected.contains(flag)) {
                found.add(new GoldenDifference("flag " + flag, null, NONE, THERE, null, raised.get(flag)));
            }
        }
    }

    private void number(String what, @Nullable JsonNode expected, @Nullable BigDecimal actual) {
        if (expected == null) {
            return;
        }
        BigDecimal wanted = expected.isNull() ? null : Json.decimal(expected, what);
        boolean same = wanted == null ? actual == null : actual != null && actual.compareTo(wanted) == 0;
        if (!same) {
            found.add(new GoldenDifference(what, LABELS.get(what), wanted == null ? NONE : wanted.toPlainString(),
                    actual == null ? NONE : actual.toPlainString(), by(wanted, actual), null));
        }
    }

    private void differ(String what, String expected, String actual) {
        found.add(new GoldenDifference(what, LABELS.get(what), expected, actual, null, null));
    }

    private static @Nullable String by(@Nullable BigDecimal expected, @Nullable BigDecimal actual) {
        if (expected == null || actual == null) {
            return null;
        }
        BigDecimal more = actual.subtract(expected);
        return (more.signum() > 0 ? "+" : "") + more.toPlainString();
    }

    private static String both(LocalizedText text) {
        return text.id().equals(text.en()) ? text.id() : text.id() + " / " + text.en();
    }
}

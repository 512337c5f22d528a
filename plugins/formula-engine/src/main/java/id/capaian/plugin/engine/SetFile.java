package id.capaian.plugin.engine;

import id.capaian.plugin.api.Aspect;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.Target;
import id.capaian.plugin.api.WeightedIndicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads {@code sets.json}: the indicator sets by job family. */
final class SetFile {

    static final String FILE = "sets.json";

    private final String text;
    private final Map<String, Indicator> indicators;
    private final Problems problems;

    private SetFile(String text, Map<String, Indicator> indicators, Problems problems) {
        this.text = text;
        this.indicators = indicators;
        this.problems = problems;
    }

    static List<IndicatorSet> read(PackFiles files, Map<String, Indicator> indicators, Problems problems)
            throws PackInvalid {
        JsonNode json = Json.any(files, FILE);
        if (!json.isArray()) {
            throw new PackInvalid(FILE, "is not a JSON array", "start it with [");
        }
        SetFile reader = new SetFile(files.text(FILE).orElseThrow(), indicators, problems);
        List<IndicatorSet> sets = new ArrayList<>();
        for (JsonNode set : json) {
            reader.set(set, sets);
        }
        return sets;
    }

    private void set(JsonNode json, List<IndicatorSet> sets) {
        String code = json.path("code").asString("(set without code)");
        try {
            IndicatorSet set = new IndicatorSet(Json.text(json, "code"), Json.text(json, "jobFamily"),
                    Json.localized(json, "name"), items(json));
            if (sets.stream().anyMatch(known -> known.jobFamily().equals(set.jobFamily()))) {
                note(code, "set " + code + ": job family " + set.jobFamily() + " has a set already", "keep one");
            }
            sets.add(set);
        } catch (Json.Malformed | IllegalArgumentException e) {
            note(code, "set " + code + ": " + e.getMessage(), "correct the set; weights sum to exactly 100");
        }
    }

    private List<WeightedIndicator> items(JsonNode set) {
        List<WeightedIndicator> items = new ArrayList<>();
        for (JsonNode item : Json.required(set, "items")) {
            String code = Json.text(item, "indicator");
            Target target = target(item);
            items.add(new WeightedIndicator(code, Json.requiredDecimal(item, "weight"), target,
                    Json.localized(item, "result"), Json.constant(Aspect.class, item, "aspect")));
            Indicator indicator = indicators.get(code);
            if (indicator == null) {
                note(code, "unknown indicator " + code, "add it to " + IndicatorTable.FILE + ", or correct the code");
            } else if (!indicator.direction().accepts(target)) {
                note(code, code + " is " + indicator.direction() + " and has no usable target",
                        "MAX and MIN need \"target\" above 0; ranges need \"low\" and \"high\"");
            }
        }
        return items;
    }

    private static Target target(JsonNode item) {
        if (item.has("low")) {
            return Target.range(Json.requiredDecimal(item, "low"), Json.requiredDecimal(item, "high"));
        }
        return item.has("target") ? Target.of(Json.requiredDecimal(item, "target")) : Target.none();
    }

    private void note(String word, String what, String remedy) {
        problems.add(FILE, Problems.lineOf(text, "\"" + word + "\""), what, remedy);
    }
}

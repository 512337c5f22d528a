package id.capaian.plugin.engine;

import id.capaian.plugin.api.Aspect;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.Target;
import id.capaian.plugin.api.WeightedIndicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads {@code sets.json}: the indicator sets by job family. */
final class SetFile {

    static final String FILE = "sets.json";

    private static final Set<String> WORDS = Set.of("code", "jobFamily", "name", "items");
    private static final Set<String> ITEM_WORDS =
            Set.of("indicator", "weight", "target", "low", "high", "result", "aspect");
    private static final String REMEDY = "correct the set; see the plugin guide, 3";

    private final JsonFile file;
    private final Map<String, Indicator> indicators;
    private final Problems problems;
    private final List<IndicatorSet> sets = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private SetFile(JsonFile file, Map<String, Indicator> indicators, Problems problems) {
        this.file = file;
        this.indicators = indicators;
        this.problems = problems;
    }

    static List<IndicatorSet> read(PackFiles files, Map<String, Indicator> indicators, Problems problems) {
        try {
            JsonFile file = JsonFile.list(files, FILE);
            SetFile reader = new SetFile(file, indicators, problems);
            file.root().forEach(reader::set);
            return reader.sets;
        } catch (PackInvalid e) {
            problems.addAll(e);
            return List.of();
        }
    }

    private void set(JsonNode json) {
        if (!json.isObject()) {
            file.note(problems, file.root(), null, "must hold objects: [{ … }, { … }]", REMEDY);
            return;
        }
        int before = problems.count();
        try {
            file.refuseUnknown(problems, json, WORDS);
            String code = Json.text(json, "code");
            once(json, "code", "set " + code);
            once(json, "jobFamily", "job family " + Json.text(json, "jobFamily"));
            List<WeightedIndicator> items = items(json, code);
            if (problems.count() == before) {
                sets.add(new IndicatorSet(code, Json.text(json, "jobFamily"), Json.localized(json, "name"), items));
            }
        } catch (Json.Malformed e) {
            file.note(problems, e, REMEDY);
        }
    }

    private void once(JsonNode json, String member, String what) {
        if (!taken.add(what)) {
            file.note(problems, json, member, what + " has a set already", "keep one");
        }
    }

    private List<WeightedIndicator> items(JsonNode json, String set) {
        List<WeightedIndicator> items = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode item : Json.objects(json, "items")) {
            file.refuseUnknown(problems, item, ITEM_WORDS);
            String code = Json.text(item, "indicator");
            if (!codes.add(code)) {
                file.note(problems, item, "indicator", "set " + set + ": indicator " + code + " is named twice",
                        "keep one, with both weights added");
            }
            BigDecimal weight = Json.requiredDecimal(item, "weight");
            sum = sum.add(weight);
            item(item, code, weight, items);
        }
        if (sum.compareTo(Kernel.HUNDRED) != 0) {
            BigDecimal off = Kernel.HUNDRED.subtract(sum);
            file.note(problems, json, "items", "set " + set + ": weights sum to " + sum.toPlainString() + ", not 100",
                    off.signum() > 0 ? "give " + off.toPlainString() + " more" : "take " + off.abs().toPlainString()
                            + " away");
        }
        return items;
    }

    private void item(JsonNode item, String code, BigDecimal weight, List<WeightedIndicator> items) {
        Target target = target(item);
        Indicator indicator = indicators.get(code);
        if (indicator == null) {
            file.note(problems, item, "indicator", "unknown indicator " + code,
                    "add it to " + IndicatorTable.FILE + ", or correct the code");
        } else if (!indicator.direction().accepts(target)) {
            file.note(problems, item, "target", code + " is " + indicator.direction() + " and has no usable target",
                    "MAX and MIN need \"target\" above 0; ranges need \"low\" and \"high\"");
        }
        try {
            items.add(new WeightedIndicator(code, weight, target, Json.localized(item, "result"),
                    Json.constant(Aspect.class, item, "aspect")));
        } catch (IllegalArgumentException e) {
            file.note(problems, item, "weight", String.valueOf(e.getMessage()), REMEDY);
        }
    }

    private static Target target(JsonNode item) {
        if (item.has("low") || item.has("high")) {
            return Target.range(Json.requiredDecimal(item, "low"), Json.requiredDecimal(item, "high"));
        }
        return item.has("target") ? Target.of(Json.requiredDecimal(item, "target")) : Target.none();
    }
}

package id.capaian.plugin.engine;

import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.IndicatorInput;
import id.capaian.plugin.api.IndicatorReading;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Period;
import id.capaian.plugin.api.Target;
import id.capaian.plugin.api.WeightedIndicator;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A golden case as authors write it: short where it can be (weights and targets come from the set, data quality is 1
 * unless said), exact where it matters.
 *
 * @param file   where it is written
 * @param name   what it shows
 * @param input  the full input it stands for
 * @param expect what must come out, still JSON
 */
record GoldenCase(String file, String name, FormulaInput input, JsonNode expect) {

    private static final Period PERIOD = new Period("2026", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final Instant TAKEN = Instant.parse("2026-12-31T10:00:00Z");

    static GoldenCase read(PackFiles files, String file, PackDescriptor pack) throws PackInvalid {
        JsonNode json = Json.object(files, file);
        try {
            FormulaInput input = new FormulaInput(Json.text(json, "formula"), "golden", PERIOD,
                    json.has("set") ? Json.text(json, "set") : null, indicators(json, pack), marks(json),
                    parameters(json, pack), facts(json));
            return new GoldenCase(file, Json.text(json, "name"), input, Json.required(json, "expect"));
        } catch (Json.Malformed | IllegalArgumentException e) {
            throw new PackInvalid(file, String.valueOf(e.getMessage()), "see the plugin guide on golden cases");
        }
    }

    private static List<IndicatorInput> indicators(JsonNode json, PackDescriptor pack) {
        Map<String, Indicator> known = pack.indicatorsByCode();
        JsonNode readings = json.path("readings");
        JsonNode targets = json.path("targets");
        List<IndicatorInput> inputs = new ArrayList<>();
        List<String> inSet = new ArrayList<>();
        if (json.has("set")) {
            String jobFamily = Json.text(json, "set");
            IndicatorSet set = pack.set(jobFamily).orElseThrow(
                    () -> new Json.Malformed("the pack has no set for " + jobFamily));
            for (WeightedIndicator item : set.items()) {
                Target target = targets.has(item.code())
                        ? Target.of(Json.requiredDecimal(targets, item.code())) : item.target();
                inputs.add(IndicatorInput.inSet(known.get(item.code()), item.weight(), target,
                        reading(readings.get(item.code()))));
                inSet.add(item.code());
            }
        }
        for (Map.Entry<String, JsonNode> entry : readings.properties()) {
            if (!known.containsKey(entry.getKey())) {
                throw new Json.Malformed("unknown indicator " + entry.getKey());
            }
            if (!inSet.contains(entry.getKey())) {
                inputs.add(IndicatorInput.beside(known.get(entry.getKey()), reading(entry.getValue())));
            }
        }
        return inputs;
    }

    private static @Nullable IndicatorReading reading(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        BigDecimal quality = json.has("quality") ? Json.requiredDecimal(json, "quality") : BigDecimal.ONE;
        return new IndicatorReading(Json.requiredDecimal(json, "value"), "golden", TAKEN,
                count(json, "sampleSize"), count(json, "population"), share(json, "completeness", quality),
                share(json, "timeliness", quality), share(json, "accuracy", quality));
    }

    private static BigDecimal share(JsonNode json, String name, BigDecimal otherwise) {
        return json.has(name) ? Json.requiredDecimal(json, name) : otherwise;
    }

    private static @Nullable Long count(JsonNode json, String name) {
        return json.has(name) ? Long.valueOf(Json.requiredDecimal(json, name).longValueExact()) : null;
    }

    private static Map<BehaviourValue, Mark> marks(JsonNode json) {
        Map<BehaviourValue, Mark> marks = new EnumMap<>(BehaviourValue.class);
        JsonNode given = json.path("marks");
        if (given.isString()) {
            for (BehaviourValue value : BehaviourValue.values()) {
                marks.put(value, Mark.valueOf(given.stringValue()));
            }
        }
        for (Map.Entry<String, JsonNode> mark : given.properties()) {
            marks.put(BehaviourValue.valueOf(mark.getKey()), Json.constant(Mark.class, given, mark.getKey()));
        }
        return marks;
    }

    private static Parameters parameters(JsonNode json, PackDescriptor pack) {
        return json.has("parameters")
                ? PackParameters.resolve(pack, Json.MAPPER.writeValueAsString(json.get("parameters")))
                : pack.parameters();
    }

    private static Map<String, BigDecimal> facts(JsonNode json) {
        Map<String, BigDecimal> facts = new TreeMap<>();
        json.path("facts").properties().forEach(fact ->
                facts.put(fact.getKey(), Json.decimal(fact.getValue(), fact.getKey())));
        return facts;
    }
}

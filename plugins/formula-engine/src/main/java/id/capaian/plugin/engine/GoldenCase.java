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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final String REMEDY = "correct the case; see the plugin guide, 6";
    private static final Set<String> WORDS =
            Set.of("name", "formula", "set", "readings", "targets", "parameters", "facts", "marks", "expect");
    private static final Set<String> READING_WORDS = Set.of("value", "sampleSize", "population", "quality",
            "completeness", "timeliness", "accuracy");
    private static final Set<String> EXPECT_WORDS =
            Set.of("result", "behaviour", "index", "bands", "notScorable", "steps", "flags");

    /**
     * Reads a case.
     *
     * @throws PackInvalid with everything wrong with it
     */
    static GoldenCase read(PackFiles files, String file, PackDescriptor pack) throws PackInvalid {
        JsonFile json = JsonFile.object(files, file);
        Problems problems = new Problems();
        refuseUnknownWords(json, problems);
        try {
            JsonNode root = json.root();
            FormulaInput input = new FormulaInput(formula(root, pack), "golden", PERIOD,
                    root.has("set") ? Json.text(root, "set") : null, indicators(root, pack), marks(root),
                    parameters(root, pack), facts(root));
            GoldenCase golden = new GoldenCase(file, Json.text(root, "name"), input, Json.group(root, "expect"));
            problems.throwIfAny();
            return golden;
        } catch (Json.Malformed e) {
            json.note(problems, e, REMEDY);
        } catch (IllegalArgumentException e) {
            json.note(problems, json.root(), null, String.valueOf(e.getMessage()), REMEDY);
        }
        throw new PackInvalid(problems.list());
    }

    private static void refuseUnknownWords(JsonFile json, Problems problems) {
        JsonNode root = json.root();
        json.refuseUnknown(problems, root, WORDS);
        if (root.path("expect").isObject()) {
            json.refuseUnknown(problems, root.path("expect"), EXPECT_WORDS);
        }
        for (JsonNode reading : root.path("readings")) {
            if (reading.isObject()) {
                json.refuseUnknown(problems, reading, READING_WORDS);
            }
        }
    }

    private static String formula(JsonNode json, PackDescriptor pack) {
        String id = Json.text(json, "formula");
        if (pack.formula(id).isEmpty()) {
            throw new Json.Malformed("the pack has no formula " + id, json, "formula");
        }
        return id;
    }

    private static List<IndicatorInput> indicators(JsonNode json, PackDescriptor pack) {
        Map<String, Indicator> known = pack.indicatorsByCode();
        JsonNode readings = json.has("readings") ? Json.group(json, "readings") : json.path("readings");
        JsonNode targets = json.has("targets") ? Json.group(json, "targets") : json.path("targets");
        Map<String, IndicatorInput> inputs = new LinkedHashMap<>();
        for (WeightedIndicator item : items(json, pack)) {
            Target target = targets.has(item.code())
                    ? Target.of(Json.requiredDecimal(targets, item.code())) : item.target();
            inputs.put(item.code(), IndicatorInput.inSet(known.get(item.code()), item.weight(), target,
                    reading(readings, item.code())));
        }
        for (String code : targets.propertyNames()) {
            if (!inputs.containsKey(code)) {
                throw new Json.Malformed("target of " + code + ", which is not in the set", targets, code);
            }
        }
        for (String code : readings.propertyNames()) {
            if (!known.containsKey(code)) {
                throw new Json.Malformed("unknown indicator " + code, readings, code);
            }
            inputs.computeIfAbsent(code, beside -> IndicatorInput.beside(known.get(code), reading(readings, code)));
        }
        return new ArrayList<>(inputs.values());
    }

    private static List<WeightedIndicator> items(JsonNode json, PackDescriptor pack) {
        if (!json.has("set")) {
            return List.of();
        }
        String jobFamily = Json.text(json, "set");
        return pack.set(jobFamily).map(IndicatorSet::items).orElseThrow(
                () -> new Json.Malformed("the pack has no set for job family " + jobFamily + ", only for "
                        + pack.indicatorSets().stream().map(IndicatorSet::jobFamily).sorted().toList(), json, "set"));
    }

    private static @Nullable IndicatorReading reading(JsonNode readings, String code) {
        if (!readings.has(code)) {
            return null;
        }
        JsonNode json = Json.group(readings, code);
        BigDecimal quality = json.has("quality") ? Json.requiredDecimal(json, "quality") : BigDecimal.ONE;
        return new IndicatorReading(Json.requiredDecimal(json, "value"), "golden", TAKEN,
                count(json, "sampleSize"), count(json, "population"), share(json, "completeness", quality),
                share(json, "timeliness", quality), share(json, "accuracy", quality));
    }

    private static BigDecimal share(JsonNode json, String name, BigDecimal otherwise) {
        return json.has(name) ? Json.requiredDecimal(json, name) : otherwise;
    }

    private static @Nullable Long count(JsonNode json, String name) {
        try {
            return json.has(name) ? Long.valueOf(Json.requiredDecimal(json, name).longValueExact()) : null;
        } catch (ArithmeticException e) {
            throw new Json.Malformed("\"" + name + "\" must be a whole number", json, name);
        }
    }

    private static Map<BehaviourValue, Mark> marks(JsonNode json) {
        Map<BehaviourValue, Mark> marks = new EnumMap<>(BehaviourValue.class);
        JsonNode given = json.path("marks");
        if (given.isString()) {
            Mark mark = Json.constant(Mark.class, json, "marks");
            for (BehaviourValue value : BehaviourValue.values()) {
                marks.put(value, mark);
            }
        }
        for (String value : given.propertyNames()) {
            marks.put(Json.constant(BehaviourValue.class, value, given, value),
                    Json.constant(Mark.class, given, value));
        }
        return marks;
    }

    private static Parameters parameters(JsonNode json, PackDescriptor pack) {
        if (!json.has("parameters")) {
            return pack.parameters();
        }
        try {
            return PackParameters.resolve(pack, Json.MAPPER.writeValueAsString(json.get("parameters")));
        } catch (IllegalArgumentException e) {
            throw new Json.Malformed(String.valueOf(e.getMessage()), json, "parameters");
        }
    }

    private static Map<String, BigDecimal> facts(JsonNode json) {
        Map<String, BigDecimal> facts = new TreeMap<>();
        if (json.has("facts")) {
            JsonNode given = Json.group(json, "facts");
            given.propertyNames().forEach(fact -> facts.put(fact, Json.requiredDecimal(given, fact)));
        }
        return facts;
    }
}

package id.capaian.plugin.engine;

import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Step;
import id.capaian.plugin.api.StepUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The one JSON text of an outcome, steps in the order they were made: what is stored with a suggestion and shown as its
 * explanation. Scores keep their two decimals.
 */
public final class CanonicalOutcome {

    private CanonicalOutcome() {
    }

    /** The canonical JSON of an outcome; kind is {@code scored} or {@code notScorable}. */
    public static String write(Outcome outcome) {
        Map<String, Object> json = new TreeMap<>();
        if (outcome instanceof Outcome.Scored scored) {
            json.put("kind", "scored");
            put(json, "result", scored.result());
            put(json, "behaviour", scored.behaviour());
            json.put("index", scored.index());
        } else if (outcome instanceof Outcome.NotScorable refused) {
            json.put("kind", "notScorable");
            json.put("reason", refused.reason().name());
            json.put("detail", text(refused.detail()));
        }
        json.put("steps", outcome.steps().stream().map(CanonicalOutcome::step).toList());
        json.put("flags", outcome.flags().stream().map(CanonicalOutcome::flag).toList());
        return CanonicalJson.write(json);
    }

    /**
     * Reads an outcome back.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Outcome read(String text) {
        try {
            JsonNode json = Json.parse(text);
            List<Step> steps = new ArrayList<>();
            Json.required(json, "steps").forEach(step -> steps.add(step(step)));
            List<Flag> flags = new ArrayList<>();
            Json.required(json, "flags").forEach(flag -> flags.add(new Flag(
                    Json.constant(Flag.Code.class, flag, "code"), Json.text(flag, "about"),
                    Json.localized(flag, "text"))));
            return Json.text(json, "kind").equals("scored")
                    ? new Outcome.Scored(decimal(json, "result"), decimal(json, "behaviour"),
                            Json.requiredDecimal(json, "index"), steps, flags)
                    : new Outcome.NotScorable(Json.constant(Outcome.Reason.class, json, "reason"),
                            Json.localized(json, "detail"), steps, flags);
        } catch (Json.Malformed e) {
            throw new IllegalArgumentException("not an outcome: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> json = new TreeMap<>();
        json.put("name", step.name());
        json.put("label", text(step.label()));
        json.put("expression", step.expression());
        json.put("value", step.value());
        json.put("unit", step.unit().name());
        json.put("inputs", step.inputs());
        put(json, "note", step.note() == null ? null : text(step.note()));
        return json;
    }

    private static Step step(JsonNode json) {
        List<String> inputs = new ArrayList<>();
        Json.required(json, "inputs").forEach(input -> inputs.add(input.asString()));
        return new Step(Json.text(json, "name"), Json.localized(json, "label"), Json.text(json, "expression"),
                Json.requiredDecimal(json, "value"), Json.constant(StepUnit.class, json, "unit"), inputs,
                json.has("note") ? Json.localized(json, "note") : null);
    }

    private static Map<String, Object> flag(Flag flag) {
        return new TreeMap<>(Map.of("code", flag.code().name(), "about", flag.about(), "text", text(flag.text())));
    }

    private static Map<String, String> text(LocalizedText text) {
        return new TreeMap<>(Map.of("id", text.id(), "en", text.en()));
    }

    private static @Nullable BigDecimal decimal(JsonNode json, String name) {
        return json.has(name) ? Json.requiredDecimal(json, name) : null;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}

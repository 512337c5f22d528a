package id.capaian.plugin.engine;

import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.IndicatorInput;
import id.capaian.plugin.api.IndicatorReading;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Period;
import id.capaian.plugin.api.Target;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The one JSON text of an input: keys sorted, indicators sorted by code, plain decimals without trailing zeros, no
 * spaces, nothing that is null. Equal inputs give equal bytes, so an input can be stored, hashed and computed again
 * years later. Key {@code format} says which shape it is; a new shape is a new number and this one stays readable.
 */
public final class CanonicalInput {

    private static final int FORMAT = 1;

    private CanonicalInput() {
    }

    /** The canonical JSON of an input. */
    public static String write(FormulaInput input) {
        Map<String, Object> json = new TreeMap<>();
        json.put("format", FORMAT);
        json.put("formulaId", input.formulaId());
        json.put("subjectId", input.subjectId());
        json.put("period", new TreeMap<>(Map.of("code", input.period().code(),
                "start", input.period().start().toString(), "end", input.period().end().toString())));
        put(json, "jobFamily", input.jobFamily());
        json.put("indicators", input.indicators().stream()
                .sorted(Comparator.comparing(IndicatorInput::code)).map(CanonicalInput::indicator).toList());
        Map<String, String> marks = new TreeMap<>();
        input.marks().forEach((value, mark) -> marks.put(value.name(), mark.name()));
        json.put("marks", marks);
        json.put("parameters", input.parameters().values());
        Map<String, BigDecimal> facts = new TreeMap<>();
        input.facts().forEach((name, fact) -> facts.put(name, plain(fact)));
        json.put("facts", facts);
        return CanonicalJson.write(json);
    }

    /**
     * Reads canonical JSON back, also after a database has changed its spaces or the order of its keys.
     *
     * @throws IllegalArgumentException when it is not an input of a known format
     */
    public static FormulaInput read(String json) {
        try {
            JsonNode input = Json.parse(json);
            if (Json.requiredDecimal(input, "format").compareTo(BigDecimal.valueOf(FORMAT)) != 0) {
                throw new IllegalArgumentException("input of unknown format " + input.get("format"));
            }
            return input(input);
        } catch (Json.Malformed e) {
            throw new IllegalArgumentException("not an input: " + e.getMessage(), e);
        }
    }

    /** SHA-256 of canonical JSON (UTF-8), lower-case hex. */
    public static String sha256(String canonicalJson) {
        return PackJar.sha256(canonicalJson.getBytes(StandardCharsets.UTF_8));
    }

    private static FormulaInput input(JsonNode json) {
        JsonNode period = Json.required(json, "period");
        List<IndicatorInput> indicators = new ArrayList<>();
        Json.required(json, "indicators").forEach(indicator -> indicators.add(indicator(indicator)));
        Map<BehaviourValue, Mark> marks = new EnumMap<>(BehaviourValue.class);
        Json.texts(Json.required(json, "marks")).forEach((value, mark) ->
                marks.put(BehaviourValue.valueOf(value), Mark.valueOf(mark)));
        Map<String, BigDecimal> facts = new TreeMap<>();
        Json.required(json, "facts").properties().forEach(fact ->
                facts.put(fact.getKey(), Json.decimal(fact.getValue(), fact.getKey())));
        return new FormulaInput(Json.text(json, "formulaId"), Json.text(json, "subjectId"),
                new Period(Json.text(period, "code"), LocalDate.parse(Json.text(period, "start")),
                        LocalDate.parse(Json.text(period, "end"))),
                json.has("jobFamily") ? Json.text(json, "jobFamily") : null, indicators, marks,
                new Parameters(Json.texts(Json.required(json, "parameters"))), facts);
    }

    private static Map<String, Object> indicator(IndicatorInput indicator) {
        Map<String, Object> json = new TreeMap<>();
        json.put("code", indicator.code());
        put(json, "weight", plain(indicator.weight()));
        json.put("direction", indicator.direction().name());
        if (!indicator.target().isNone()) {
            Map<String, Object> target = new TreeMap<>();
            put(target, "value", plain(indicator.target().value()));
            put(target, "low", plain(indicator.target().low()));
            put(target, "high", plain(indicator.target().high()));
            json.put("target", target);
        }
        put(json, "reading", indicator.reading() == null ? null : reading(indicator.reading()));
        return json;
    }

    private static Map<String, Object> reading(IndicatorReading reading) {
        Map<String, Object> json = new TreeMap<>();
        put(json, "value", plain(reading.value()));
        json.put("source", reading.source());
        json.put("takenAt", reading.takenAt().toString());
        put(json, "sampleSize", reading.sampleSize());
        put(json, "population", reading.population());
        put(json, "completeness", plain(reading.completeness()));
        put(json, "timeliness", plain(reading.timeliness()));
        put(json, "accuracy", plain(reading.accuracy()));
        return json;
    }

    private static IndicatorInput indicator(JsonNode json) {
        JsonNode target = json.path("target");
        JsonNode reading = json.path("reading");
        return new IndicatorInput(Json.text(json, "code"), decimal(json, "weight"),
                Json.constant(Direction.class, json, "direction"),
                target.isMissingNode() ? Target.none()
                        : new Target(decimal(target, "value"), decimal(target, "low"), decimal(target, "high")),
                reading.isMissingNode() ? null : reading(reading));
    }

    private static IndicatorReading reading(JsonNode json) {
        return new IndicatorReading(Json.requiredDecimal(json, "value"), Json.text(json, "source"),
                Instant.parse(Json.text(json, "takenAt")), count(json, "sampleSize"), count(json, "population"),
                Json.requiredDecimal(json, "completeness"), Json.requiredDecimal(json, "timeliness"),
                Json.requiredDecimal(json, "accuracy"));
    }

    private static @Nullable BigDecimal decimal(JsonNode json, String name) {
        return json.has(name) ? Json.requiredDecimal(json, name) : null;
    }

    private static @Nullable Long count(JsonNode json, String name) {
        return json.has(name) ? Long.valueOf(Json.requiredDecimal(json, name).longValueExact()) : null;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}

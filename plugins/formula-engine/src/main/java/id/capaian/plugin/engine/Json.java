package id.capaian.plugin.engine;

import id.capaian.plugin.api.LocalizedText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON: no key twice, nothing after the end, exact decimals, bounded depth and lengths. */
final class Json {

    /** A value that is missing or of the wrong kind; the reader turns it into a problem of its file. */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(32).maxStringLength(100_000).maxNumberLength(60).maxDocumentLength(1_048_576).build();

    static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {
    }

    /** The JSON object in a file of a pack. */
    static JsonNode object(PackFiles files, String file) throws PackInvalid {
        JsonNode json = any(files, file);
        if (!json.isObject()) {
            throw new PackInvalid(file, "is not a JSON object", "start it with {");
        }
        return json;
    }

    /** The JSON in a file of a pack. */
    static JsonNode any(PackFiles files, String file) throws PackInvalid {
        String text = files.text(file).orElseThrow(
                () -> new PackInvalid(file, "is missing", "add it to the pack"));
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new PackInvalid(List.of(new PackProblem(file, at == null ? 0 : at.getLineNr(),
                    "is not valid JSON: " + e.getOriginalMessage(), "correct the syntax")));
        }
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw new Malformed("not valid JSON: " + e.getOriginalMessage());
        }
    }

    static JsonNode required(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            throw new Malformed("\"" + name + "\" is missing");
        }
        return value;
    }

    static String text(JsonNode json, String name) {
        JsonNode value = required(json, name);
        if (!value.isString()) {
            throw new Malformed("\"" + name + "\" must be a text");
        }
        return value.stringValue();
    }

    static String text(JsonNode json, String name, String otherwise) {
        return json.has(name) ? text(json, name) : otherwise;
    }

    /** A number, or a text that is one: 0.85 or "0.85". */
    static BigDecimal decimal(JsonNode value, String name) {
        if (value.isNumber()) {
            return bounded(value.decimalValue(), name);
        }
        if (!value.isString()) {
            throw new Malformed("\"" + name + "\" must be a number");
        }
        try {
            return bounded(new BigDecimal(value.stringValue()), name);
        } catch (NumberFormatException e) {
            throw new Malformed("\"" + name + "\" is not a number: " + value.stringValue());
        }
    }

    static BigDecimal requiredDecimal(JsonNode json, String name) {
        return decimal(required(json, name), name);
    }

    /** Refuses 1E+999999999: rounding it to two decimals would fill the memory. */
    private static BigDecimal bounded(BigDecimal number, String name) {
        if (number.precision() > 30 || Math.abs(number.scale()) > 20) {
            throw new Malformed("\"" + name + "\" has more digits than a score can need");
        }
        return number;
    }

    static LocalizedText localized(JsonNode json, String name) {
        JsonNode value = required(json, name);
        if (!value.isObject()) {
            throw new Malformed("\"" + name + "\" must be {\"id\": …, \"en\": …}");
        }
        try {
            return new LocalizedText(text(value, "id", ""), text(value, "en", ""));
        } catch (IllegalArgumentException e) {
            throw new Malformed("\"" + name + "\" lacks a text: " + e.getMessage());
        }
    }

    static <E extends Enum<E>> E constant(Class<E> type, JsonNode json, String name) {
        String value = text(json, name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw new Malformed("\"" + name + "\" is \"" + value + "\", must be one of "
                + Arrays.toString(type.getEnumConstants()));
    }

    /** A flat object of texts, in key order. */
    static Map<String, String> texts(JsonNode json) {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            texts.put(entry.getKey(), text(json, entry.getKey()));
        }
        return texts;
    }
}

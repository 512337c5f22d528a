package id.capaian.plugin.engine;

import id.capaian.plugin.api.LocalizedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Strict JSON: no key twice, nothing after the end, exact decimals, bounded depth and lengths. */
final class Json {

    /**
     * A value that is missing or of the wrong kind; the reader turns it into a problem of its file, at the line of the
     * member it is about.
     */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable JsonNode container;
        private final @Nullable String member;

        Malformed(String message) {
            this(message, null, null);
        }

        Malformed(String message, @Nullable JsonNode container, @Nullable String member) {
            super(message);
            this.container = container;
            this.member = member;
        }

        /** The object it is about; null when it is about the whole text. */
        @Nullable JsonNode container() {
            return container;
        }

        /** Which member of it; null when it is about the object itself. */
        @Nullable String member() {
            return member;
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
            throw new Malformed("\"" + name + "\" is missing", json, null);
        }
        return value;
    }

    static String text(JsonNode json, String name) {
        JsonNode value = required(json, name);
        if (!value.isString()) {
            throw new Malformed("\"" + name + "\" must be a text", json, name);
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
        JsonNode value = required(json, name);
        try {
            return decimal(value, name);
        } catch (Malformed e) {
            throw new Malformed(String.valueOf(e.getMessage()), json, name);
        }
    }

    /** A list of objects, e.g. of steps. */
    static List<JsonNode> objects(JsonNode json, String name) {
        List<JsonNode> objects = new ArrayList<>();
        for (JsonNode item : list(json, name)) {
            if (!item.isObject()) {
                throw new Malformed("\"" + name + "\" must hold objects: [{ … }, { … }]", json, name);
            }
            objects.add(item);
        }
        return objects;
    }

    /** A list of texts, e.g. of codes. */
    static List<String> texts(JsonNode json, String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list(json, name)) {
            if (!item.isString()) {
                throw new Malformed("\"" + name + "\" must hold texts: [\"…\", \"…\"]", json, name);
            }
            texts.add(item.stringValue());
        }
        return texts;
    }

    private static JsonNode list(JsonNode json, String name) {
        JsonNode value = required(json, name);
        if (!value.isArray()) {
            throw new Malformed("\"" + name + "\" must be a list: [ … ]", json, name);
        }
        return value;
    }

    /** An object, e.g. a note. */
    static JsonNode group(JsonNode json, String name) {
        JsonNode value = required(json, name);
        if (!value.isObject()) {
            throw new Malformed("\"" + name + "\" must be an object: { … }", json, name);
        }
        return value;
    }

    /** Refuses 1E+999999999: rounding it to two decimals would fill the memory. */
    private static BigDecimal bounded(BigDecimal number, String name) {
        if (isHuge(number)) {
            throw new Malformed("\"" + name + "\" has more digits than a score can need");
        }
        return number;
    }

    static boolean isHuge(BigDecimal number) {
        return number.precision() > 30 || Math.abs((long) number.scale()) > 20;
    }

    /** JSON pointer of a number with which a library could be made to compute for hours; empty when there is none. */
    static Optional<String> hugeNumber(JsonNode json) {
        if (json.isNumber()) {
            return isHuge(json.decimalValue()) ? Optional.of("") : Optional.empty();
        }
        if (json.isObject()) {
            return json.properties().stream().flatMap(member -> hugeNumber(member.getValue())
                    .map(inside -> "/" + member.getKey() + inside).stream()).findFirst();
        }
        for (int i = 0; i < json.size(); i++) {
            Optional<String> inside = hugeNumber(json.get(i));
            if (inside.isPresent()) {
                return Optional.of("/" + i + inside.get());
            }
        }
        return Optional.empty();
    }

    static LocalizedText localized(JsonNode json, String name) {
        JsonNode value = required(json, name);
        if (!value.isObject()) {
            throw new Malformed("\"" + name + "\" must be {\"id\": …, \"en\": …}", json, name);
        }
        try {
            return new LocalizedText(text(value, "id", ""), text(value, "en", ""));
        } catch (IllegalArgumentException e) {
            throw new Malformed("\"" + name + "\" lacks a text: " + e.getMessage(), json, name);
        }
    }

    static <E extends Enum<E>> E constant(Class<E> type, JsonNode json, String name) {
        return constant(type, text(json, name), json, name);
    }

    /** As {@link #constant(Class, JsonNode, String)}, of one of several words in a member. */
    static <E extends Enum<E>> E constant(Class<E> type, String word, JsonNode json, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw new Malformed("\"" + name + "\" is \"" + word + "\", must be one of "
                + Arrays.toString(type.getEnumConstants()), json, name);
    }

    /** A list of such words; empty when it is left out. */
    static <E extends Enum<E>> Set<E> constants(Class<E> type, JsonNode json, String name) {
        Set<E> constants = EnumSet.noneOf(type);
        if (json.has(name)) {
            texts(json, name).forEach(word -> constants.add(constant(type, word, json, name)));
        }
        return constants;
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

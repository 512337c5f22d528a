package id.capaian.plugin.engine;

import com.networknt.schema.InputFormat;
import id.capaian.plugin.api.Parameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters a pack offers: a JSON Schema of one flat object, with a default for each.
 *
 * @param text     the schema as it is in the pack
 * @param defaults from the schema
 * @param numbers  the parameters that are numbers, each with the limits the schema gives it
 */
record ParameterSchema(String text, Parameters defaults, Map<String, Range> numbers) {

    static final String FILE = "parameters.schema.json";

    /** What stands in for parameters that cannot be read: nobody is told elsewhere that one is unknown. */
    private static final ParameterSchema UNREAD = new ParameterSchema("{}", Parameters.none(), Map.of());
    private static final Set<String> TYPES = Set.of("number", "integer", "string", "boolean");
    private static final String REMEDY = "describe each parameter with type and default";

    static ParameterSchema read(PackFiles files, Problems problems) {
        String text = files.text(FILE).orElse(null);
        if (text == null) {
            problems.add(FILE, 0, "is missing", "add it to the pack; without parameters: {\"type\": \"object\","
                    + " \"additionalProperties\": false, \"properties\": {}}");
            return UNREAD;
        }
        return of(text, problems);
    }

    /** The parameters of a schema; those that are wrong are noted and left out. */
    static ParameterSchema of(String text, Problems problems) {
        try {
            JsonFile file = JsonFile.object(FILE, text);
            return SchemaCheck.isUsable(file, text, problems) ? of(file, text, problems) : UNREAD;
        } catch (PackInvalid e) {
            problems.addAll(e);
            return UNREAD;
        }
    }

    private static ParameterSchema of(JsonFile file, String text, Problems problems) {
        JsonNode root = file.root();
        if (!root.path("type").asString("").equals("object") || root.path("additionalProperties").asBoolean(true)) {
            file.note(problems, root, "additionalProperties", "does not describe one closed object",
                    "start with \"type\": \"object\", \"additionalProperties\": false");
        }
        Map<String, String> defaults = new TreeMap<>();
        Map<String, Range> numbers = new TreeMap<>();
        ObjectNode together = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> property : root.path("properties").properties()) {
            try {
                String type = Json.text(property.getValue(), "type");
                if (!TYPES.contains(type)) {
                    throw new Json.Malformed("type is " + type + ", must be one of " + new TreeSet<>(TYPES),
                            property.getValue(), "type");
                }
                if (type.equals("number") || type.equals("integer")) {
                    numbers.put(property.getKey(), limits(property.getValue()));
                }
                JsonNode otherwise = Json.required(property.getValue(), "default");
                defaults.put(property.getKey(), value(otherwise, property.getKey()));
                together.set(property.getKey(), otherwise);
            } catch (Json.Malformed e) {
                file.note(problems, new Json.Malformed("parameter " + property.getKey() + ": " + e.getMessage(),
                        e.container(), e.member()), REMEDY);
            }
        }
        refuseUnfitDefaults(file, text, together, problems);
        return new ParameterSchema(text, new Parameters(defaults), Collections.unmodifiableMap(numbers));
    }

    private static void refuseUnfitDefaults(JsonFile file, String text, ObjectNode together, Problems problems) {
        Schemas.compile(text).validate(Json.MAPPER.writeValueAsString(together), InputFormat.JSON).forEach(error -> {
            String at = error.getInstanceLocation().toString();
            problems.add(FILE, file.lineAt("/properties" + at + "/default"),
                    "default of " + at.replaceFirst("^/", "") + " does not fit: " + error.getMessage(),
                    "give a default that the schema allows");
        });
    }

    /** Names of the parameters that are numbers. */
    Set<String> numeric() {
        return numbers.keySet();
    }

    /** Whether a formula can name it. */
    boolean hasNumber(String name) {
        return this == UNREAD || numbers.containsKey(name);
    }

    /** Between which numbers a tenant can set it. */
    Range range(String name) {
        return this == UNREAD ? Range.exactly(BigDecimal.ONE) : numbers.getOrDefault(name, Range.ANY);
    }

    private static Range limits(JsonNode property) {
        Range range = Range.of(number(property, "minimum"), number(property, "maximum")).meet(new Range(
                number(property, "exclusiveMinimum"), true, number(property, "exclusiveMaximum"), true));
        List<BigDecimal> choices = new ArrayList<>();
        property.path("enum").forEach(choice -> choices.add(Json.decimal(choice, "enum")));
        BigDecimal only = number(property, "const");
        if (only != null) {
            choices.add(only);
        }
        return choices.stream().map(Range::exactly).reduce(Range::join).map(range::meet).orElse(range);
    }

    private static @Nullable BigDecimal number(JsonNode property, String name) {
        return property.has(name) ? Json.requiredDecimal(property, name) : null;
    }

    /** A scalar as parameters keep it: plain text, numbers without exponent. */
    static String value(JsonNode value, String name) {
        if (value.isNumber()) {
            BigDecimal number = Json.decimal(value, name);
            return number.toPlainString();
        }
        if (value.isBoolean() || value.isString()) {
            return value.asString();
        }
        throw new Json.Malformed("parameter " + name + " must be a number, a text, true or false");
    }
}

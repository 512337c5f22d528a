package id.capaian.plugin.engine;

import id.capaian.plugin.api.Parameters;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The parameters a pack offers: a JSON Schema of one flat object, with a default for each.
 *
 * @param text     the schema as it is in the pack
 * @param defaults from the schema
 * @param numeric  names of the parameters that are numbers
 */
record ParameterSchema(String text, Parameters defaults, Set<String> numeric) {

    static final String FILE = "parameters.schema.json";

    static ParameterSchema read(PackFiles files) throws PackInvalid {
        JsonNode schema = Json.object(files, FILE);
        String text = files.text(FILE).orElseThrow();
        try {
            return of(text, schema);
        } catch (Json.Malformed e) {
            throw new PackInvalid(FILE, e.getMessage(), "describe each parameter with type and default");
        }
    }

    static ParameterSchema of(String text) {
        return of(text, Json.parse(text));
    }

    private static ParameterSchema of(String text, JsonNode schema) {
        if (!schema.path("type").asString("").equals("object") || schema.path("additionalProperties").asBoolean(true)) {
            throw new Json.Malformed("the schema must be of type object with \"additionalProperties\": false");
        }
        Map<String, String> defaults = new TreeMap<>();
        Set<String> numeric = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> property : Json.required(schema, "properties").properties()) {
            String name = property.getKey();
            String type = Json.text(property.getValue(), "type");
            if (!Set.of("number", "integer", "string", "boolean").contains(type)) {
                throw new Json.Malformed("parameter " + name + " has type " + type);
            }
            if (type.equals("number") || type.equals("integer")) {
                numeric.add(name);
            }
            defaults.put(name, value(Json.required(property.getValue(), "default"), name));
        }
        return new ParameterSchema(text, new Parameters(defaults), Set.copyOf(numeric));
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

package id.capaian.plugin.engine;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.api.Parameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns a tenant's parameter values (JSON) into the parameters a formula gets. */
public final class PackParameters {

    private PackParameters() {
    }

    /**
     * The pack's defaults with a tenant's values in their place.
     *
     * @param pack whose parameters
     * @param json one flat object, e.g. {@code {"target.TUB.OFF": 82}}; {@code {}} for the defaults
     * @throws IllegalArgumentException when the schema refuses them; ask {@link #errors} first to tell people
     */
    public static Parameters resolve(PackDescriptor pack, String json) {
        List<FieldError> errors = errors(pack, json, Locale.ENGLISH);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("parameters of " + pack.id() + ": " + errors);
        }
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : Json.parse(json).properties()) {
            values.put(entry.getKey(), ParameterSchema.value(entry.getValue(), entry.getKey()));
        }
        return pack.parameters().replacedBy(new Parameters(values));
    }

    /**
     * What the pack's schema refuses in a tenant's values.
     *
     * @param locale language of the messages, where the schema library has it (English otherwise)
     * @return what is wrong; empty when nothing is
     */
    public static List<FieldError> errors(PackDescriptor pack, String json, Locale locale) {
        JsonNode values;
        try {
            values = Json.parse(json);
        } catch (Json.Malformed e) {
            return List.of(new FieldError("", "json", String.valueOf(e.getMessage())));
        }
        if (!values.isObject()) {
            return List.of(new FieldError("", "type", "not an object"));
        }
        Optional<String> huge = Json.hugeNumber(values);
        if (huge.isPresent()) {
            return List.of(new FieldError(huge.get(), "maximum", "more digits than a score can need"));
        }
        List<FieldError> errors = new ArrayList<>();
        List<Error> found = Schemas.compile(pack.parametersSchema()).validate(withDefaults(pack, values),
                InputFormat.JSON, context -> context.executionConfig(config -> config.locale(locale)));
        for (Error error : found) {
            errors.add(new FieldError(error.getInstanceLocation().toString(), String.valueOf(error.getKeyword()),
                    error.getMessage()));
        }
        return errors;
    }

    /**
     * What a tenant may set at the most: the defaults with one number at an edge of what the schema allows.
     *
     * @return by what it is, e.g. {@code parameter share at 1}
     */
    public static Map<String, Parameters> edges(PackDescriptor pack) {
        Map<String, Parameters> edges = new LinkedHashMap<>();
        ParameterSchema.of(pack.parametersSchema(), new Problems()).numbers().forEach((name, range) -> {
            edge(pack, name, range.lowOpen() ? null : range.low(), edges);
            edge(pack, name, range.highOpen() ? null : range.high(), edges);
        });
        return edges;
    }

    private static void edge(
            PackDescriptor pack, String name, @Nullable BigDecimal at, Map<String, Parameters> edges) {
        if (at != null) {
            Parameters set = new Parameters(Map.of(name, at.toPlainString()));
            edges.put("parameter " + name + " at " + at.toPlainString(), pack.parameters().replacedBy(set));
        }
    }

    private static String withDefaults(PackDescriptor pack, JsonNode values) {
        ObjectNode all = Json.MAPPER.createObjectNode();
        JsonNode properties = Json.parse(pack.parametersSchema()).path("properties");
        properties.properties().forEach(property -> {
            JsonNode otherwise = property.getValue().get("default");
            if (otherwise != null) {
                all.set(property.getKey(), otherwise);
            }
        });
        values.properties().forEach(value -> all.set(value.getKey(), value.getValue()));
        return Json.MAPPER.writeValueAsString(all);
    }
}

package id.capaian.extension;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.page.Shell;
import id.capaian.plugin.api.PackDescriptor;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * One thing a region may set in a pack, in one language. Words come from the pack's texts
 * {@code parameter.<name>.label} and {@code .description}. Without a label they come from the schema, which has one
 * language: title and description, else the description or the name alone.
 *
 * @param name        as the pack's formulas call it, e.g. {@code guard.ceiling}
 * @param label       what people call it
 * @param description more about it; null when there is no more to say
 * @param type        number, integer, string or boolean
 * @param otherwise   the pack's default as plain text, numbers with a decimal point; null when it has none
 * @param least       smallest value allowed, null for no limit
 * @param most        greatest value allowed, null for no limit
 * @param choices     the only values allowed; empty when there is no such list
 */
public record PackParameter(String name, String label, String description, String type, String otherwise, String least,
        String most, List<String> choices) {

    /** Begins the keys of a pack's texts about its parameters. */
    static final String TEXTS = "parameter.";

    public PackParameter {
        choices = List.copyOf(choices);
    }

    /** The parameters of a pack in the order of its schema. */
    public static List<PackParameter> of(PackDescriptor pack, String language) {
        Map<String, String> texts = pack.texts().getOrDefault(language, Map.of());
        return Json.read(pack.parametersSchema(), JsonNode.class).path("properties").properties().stream()
                .map(property -> of(property.getKey(), property.getValue(), texts)).toList();
    }

    private static PackParameter of(String name, JsonNode schema, Map<String, String> texts) {
        String label = texts.get(TEXTS + name + ".label");
        if (label != null) {
            return of(name, label, texts.get(TEXTS + name + ".description"), schema);
        }
        String title = text(schema, "title");
        String description = text(schema, "description");
        return title != null ? of(name, title, description, schema)
                : of(name, description == null ? name : description, null, schema);
    }

    private static PackParameter of(String name, String label, String description, JsonNode schema) {
        return new PackParameter(name, label, description, schema.path("type").asText(), text(schema, "default"),
                text(schema, "minimum"), text(schema, "maximum"),
                StreamSupport.stream(schema.path("enum").spliterator(), false).map(PackParameter::plain).toList());
    }

    /**
     * One of its values as people here write it: yes or no, numbers with a decimal comma, words as they are.
     *
     * @param plain as this record keeps it; null for none
     * @return null for null
     */
    public String said(String plain, Shell shell) {
        if (plain == null) {
            return null;
        }
        return switch (type) {
            case "boolean" -> shell.t(Boolean.parseBoolean(plain) ? "extension.form.yes" : "extension.form.no");
            case "number", "integer" -> plain.replace('.', ',');
            default -> plain;
        };
    }

    private static String text(JsonNode schema, String property) {
        return schema.hasNonNull(property) ? plain(schema.get(property)) : null;
    }

    private static String plain(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }
}

package id.capaian.progress.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.page.Option;
import id.capaian.plugin.api.Form;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Turns a pack's form (JSON Schema and layout) into fields for a page, and what a browser sends back into answers. A rule
 * of the layout is looked at with the present answers each time the page is made, so forms work without JavaScript.
 */
final class FormRenderer {

    private static final String PREFIX = "form.";
    private static final String PROPERTIES = "#/properties/";

    private final Form form;
    private final Map<String, String> texts;
    private final JsonNode schema;
    private final JsonNode layout;

    FormRenderer(Form form, String language) {
        this.form = form;
        this.texts = form.texts().getOrDefault(language, Map.of());
        this.schema = parse(form.schema());
        this.layout = parse(form.uiSchema());
    }

    /** Fields in the order of the layout, without those a rule hides. Answers: JSON object in text, null for none yet. */
    List<FormField> fields(String answers) {
        List<FormField> fields = new ArrayList<>();
        collect(layout, null, answers == null ? JsonNodeFactory.instance.objectNode() : parse(answers), fields);
        return fields;
    }

    /** Answers of a sent form as a JSON object in text; fields left empty are left out. */
    String answers(MultivaluedMap<String, String> sent) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        schema.path("properties").properties().forEach(property -> {
            List<String> values = sent.getOrDefault(PREFIX + property.getKey(), List.of()).stream()
                    .map(String::strip).filter(value -> !value.isEmpty()).toList();
            JsonNode answer = answer(property.getValue(), values);
            if (answer != null) {
                answers.set(property.getKey(), answer);
            }
        });
        return answers.toString();
    }

    private void collect(JsonNode element, String group, JsonNode answers, List<FormField> fields) {
        if (isHidden(element.path("rule"), answers)) {
            return;
        }
        switch (element.path("type").asText()) {
            case "Control" -> fields.add(field(element, group, answers));
            case "Group" -> element.path("elements")
                    .forEach(inner -> collect(inner, text(element.path("label").asText()), answers, fields));
            default -> element.path("elements").forEach(inner -> collect(inner, group, answers, fields));
        }
    }

    private FormField field(JsonNode control, String group, JsonNode answers) {
        String property = property(control.path("scope").asText());
        JsonNode shape = schema.path("properties").path(property);
        return new FormField(PREFIX + property, property, kind(shape, control.path("options")), text(property + ".label"),
                texts.get(property + ".description"), isRequired(property), values(answers.path(property)),
                options(property, shape), group);
    }

    private static FormField.Kind kind(JsonNode shape, JsonNode options) {
        if (shape.has("enum")) {
            return "radio".equals(options.path("format").asText()) ? FormField.Kind.RADIOS : FormField.Kind.CHOICE;
        }
        return switch (shape.path("type").asText()) {
            case "integer" -> FormField.Kind.WHOLE_NUMBER;
            case "number" -> FormField.Kind.NUMBER;
            case "boolean" -> FormField.Kind.BOX;
            case "array" -> FormField.Kind.MANY;
            default -> "date".equals(shape.path("format").asText()) ? FormField.Kind.DATE
                    : options.path("multi").asBoolean() ? FormField.Kind.AREA : FormField.Kind.LINE;
        };
    }

    private List<Option> options(String property, JsonNode shape) {
        JsonNode choices = shape.has("enum") ? shape.path("enum") : shape.path("items").path("enum");
        return StreamSupport.stream(choices.spliterator(), false).map(JsonNode::asText)
                .map(choice -> new Option(choice, text(property + ".enum." + choice))).toList();
    }

    private boolean isRequired(String property) {
        return StreamSupport.stream(schema.path("required").spliterator(), false).anyMatch(name -> name.asText().equals(property));
    }

    private static List<String> values(JsonNode answer) {
        if (answer.isArray()) {
            return StreamSupport.stream(answer.spliterator(), false).map(JsonNode::asText).collect(Collectors.toList());
        }
        return answer.isMissingNode() ? List.of() : List.of(answer.asText());
    }

    private static JsonNode answer(JsonNode shape, List<String> values) {
        String type = shape.path("type").asText();
        if ("boolean".equals(type)) {
            return JsonNodeFactory.instance.booleanNode(!values.isEmpty());
        }
        if (values.isEmpty()) {
            return null;
        }
        if ("array".equals(type)) {
            var array = JsonNodeFactory.instance.arrayNode();
            values.forEach(array::add);
            return array;
        }
        return "integer".equals(type) || "number".equals(type) ? number(values.get(0))
                : JsonNodeFactory.instance.textNode(values.get(0));
    }

    /** A number as people here write it; what is none stays text, so that the check of the form says so. */
    private static JsonNode number(String written) {
        try {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(PlainNumber.of(written)));
        } catch (NumberFormatException e) {
            return JsonNodeFactory.instance.textNode(written);
        }
    }

    private static boolean isHidden(JsonNode rule, JsonNode answers) {
        if (rule.isMissingNode()) {
            return false;
        }
        JsonNode condition = rule.path("condition");
        boolean met = meets(answers.path(property(condition.path("scope").asText())), condition.path("schema"));
        return "HIDE".equals(rule.path("effect").asText()) == met;
    }

    /** The two conditions of the subset: {@code const} and {@code enum}. */
    private static boolean meets(JsonNode answer, JsonNode expected) {
        if (expected.has("const")) {
            return answer.equals(expected.path("const"));
        }
        return StreamSupport.stream(expected.path("enum").spliterator(), false).anyMatch(answer::equals);
    }

    private static String property(String scope) {
        return scope.startsWith(PROPERTIES) ? scope.substring(PROPERTIES.length()) : scope;
    }

    private String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("Form " + form.id() + " has no text " + key);
        }
        return text;
    }

    private static JsonNode parse(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON", e);
        }
    }
}

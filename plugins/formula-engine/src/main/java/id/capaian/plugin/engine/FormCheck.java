package id.capaian.plugin.engine;

import id.capaian.plugin.api.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks at one form: schema, layout, and that every field shown has a name in both languages. */
final class FormCheck {

    private static final Set<String> LAYOUTS = Set.of("VerticalLayout", "HorizontalLayout", "Group");
    private static final String PROPERTIES = "#/properties/";

    private final Form form;
    private final String base;
    private final JsonNode schema;
    private final Problems problems;

    private FormCheck(Form form, JsonNode schema, Problems problems) {
        this.form = form;
        this.base = FormFiles.base(form.id());
        this.schema = schema;
        this.problems = problems;
    }

    static void check(Form form, Problems problems) {
        String base = FormFiles.base(form.id());
        if (!isSchema(form.schema(), base + ".schema.json", problems)) {
            return;
        }
        try {
            JsonNode schema = Json.parse(form.schema());
            FormCheck check = new FormCheck(form, schema, problems);
            check.schema();
            check.element(Json.parse(form.uiSchema()));
            check.texts();
        } catch (Json.Malformed e) {
            problems.add(base + ".ui.json", 0, String.valueOf(e.getMessage()), "correct the layout");
        }
    }

    /** Whether it is JSON Schema 2020-12; notes what is not. */
    static boolean isSchema(String schema, String file, Problems problems) {
        List<String> found;
        try {
            found = Schemas.problems(schema);
            if (found.isEmpty()) {
                Schemas.compile(schema);
            }
        } catch (RuntimeException e) {
            found = List.of(String.valueOf(e.getMessage()));
        }
        found.forEach(what -> problems.add(file, 0, what, "write JSON Schema 2020-12"));
        return found.isEmpty();
    }

    private void schema() {
        if (!schema.path("type").asString("").equals("object")) {
            problems.add(base + ".schema.json", 0, "does not describe an object", "start with \"type\": \"object\"");
        }
        if (schema.path("additionalProperties").asBoolean(true)
                && schema.path("unevaluatedProperties").asBoolean(true)) {
            problems.add(base + ".schema.json", 0, "lets answers carry anything",
                    "write \"additionalProperties\": false");
        }
        for (String reference : schema.findValuesAsString("$ref")) {
            if (!reference.startsWith("#")) {
                problems.add(base + ".schema.json", Problems.lineOf(form.schema(), reference),
                        "refers to " + reference, "refer only inside the form, with #/$defs/…");
            }
        }
    }

    private void element(JsonNode element) {
        String type = Json.text(element, "type");
        if (LAYOUTS.contains(type)) {
            if (type.equals("Group")) {
                label(Json.text(element, "label"));
            }
            Json.required(element, "elements").forEach(this::element);
        } else if (type.equals("Control")) {
            control(element);
        } else {
            note(type, "unknown element " + type, "use VerticalLayout, HorizontalLayout, Group or Control");
        }
        rule(element.path("rule"));
    }

    private void control(JsonNode element) {
        String scope = Json.text(element, "scope");
        Optional<JsonNode> property = property(scope);
        if (property.isEmpty()) {
            note(scope, "shows " + scope + ", which the schema does not have", "correct the scope");
            return;
        }
        String key = key(scope);
        label(key + ".label");
        options(key, property.get());
        for (Map.Entry<String, JsonNode> column : property.get().path("items").path("properties").properties()) {
            label(key + "." + column.getKey() + ".label");
            options(key + "." + column.getKey(), column.getValue());
        }
    }

    private void options(String key, JsonNode property) {
        for (JsonNode option : property.path("enum")) {
            label(key + ".enum." + option.asString());
        }
        for (JsonNode option : property.path("items").path("enum")) {
            label(key + ".enum." + option.asString());
        }
    }

    private void rule(JsonNode rule) {
        if (rule.isMissingNode()) {
            return;
        }
        String effect = Json.text(rule, "effect");
        if (!Set.of("SHOW", "HIDE").contains(effect)) {
            note(effect, "unknown effect " + effect, "use SHOW or HIDE");
        }
        JsonNode condition = Json.required(rule, "condition");
        String scope = Json.text(condition, "scope");
        if (property(scope).isEmpty()) {
            note(scope, "rule looks at " + scope + ", which the schema does not have", "correct the scope");
        }
        Json.required(condition, "schema");
    }

    private Optional<JsonNode> property(String scope) {
        if (!scope.startsWith(PROPERTIES)) {
            return Optional.empty();
        }
        JsonNode node = schema.at(scope.substring(1));
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    /** {@code #/properties/a/properties/b} has its texts under {@code a.b}. */
    private static String key(String scope) {
        return scope.substring(PROPERTIES.length()).replace("/properties/", ".");
    }

    private void label(String key) {
        for (String language : PackCheck.LANGUAGES) {
            if (form.texts().getOrDefault(language, Map.of()).getOrDefault(key, "").isBlank()) {
                problems.add(base + "." + language + ".json", 0, "text " + key + " is missing", "add it");
            }
        }
    }

    private void texts() {
        Map<String, String> indonesian = form.texts().getOrDefault("id", Map.of());
        Map<String, String> english = form.texts().getOrDefault("en", Map.of());
        PackCheck.missing(indonesian, english, base + ".en.json", problems);
        PackCheck.missing(english, indonesian, base + ".id.json", problems);
    }

    private void note(String word, String what, String remedy) {
        problems.add(base + ".ui.json", Problems.lineOf(form.uiSchema(), word), what, remedy);
    }
}

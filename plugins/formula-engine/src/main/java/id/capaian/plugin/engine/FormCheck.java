package id.capaian.plugin.engine;

import id.capaian.plugin.api.Form;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Looks at one form: is its schema one, does the layout show what the schema asks for and nothing else, and has every
 * field shown a name in both languages.
 */
final class FormCheck {

    private static final Set<String> LAYOUTS = Set.of("VerticalLayout", "HorizontalLayout", "Group");
    private static final Set<String> PLAIN = Set.of("string", "integer", "number", "boolean");
    private static final String PROPERTIES = "#/properties/";

    private final Form form;
    private final FormTexts texts;
    private final JsonFile schema;
    private final JsonFile layout;
    private final Problems problems;

    private FormCheck(Form form, JsonFile schema, JsonFile layout, FormTexts texts, Problems problems) {
        this.form = form;
        this.schema = schema;
        this.layout = layout;
        this.texts = texts;
        this.problems = problems;
    }

    /** A part of the form with fields of its own: the whole, or one row of a list. */
    private record Part(JsonNode schema, String key, boolean isRow) {

        JsonNode field(String name) {
            return schema.path("properties").path(name);
        }

        String keyOf(String name) {
            return key.isEmpty() ? name : key + "." + name;
        }
    }

    /**
     * Looks at a form.
     *
     * @param textsEnd how the files of its texts end: {@code .json}, or {@code .properties} in a Java pack
     */
    static void check(Form form, String textsEnd, Problems problems) {
        String base = FormFiles.base(form.id());
        try {
            JsonFile schema = JsonFile.object(base + ".schema.json", form.schema());
            JsonFile layout = JsonFile.object(base + ".ui.json", form.uiSchema());
            if (SchemaCheck.isUsable(schema, form.schema(), problems)) {
                FormTexts texts = new FormTexts(form, base, textsEnd, problems);
                new FormCheck(form, schema, layout, texts, problems).check();
            }
        } catch (PackInvalid e) {
            problems.addAll(e);
        }
    }

    private void check() {
        closed();
        try {
            shown(layout.root(), new Part(schema.root(), "", false));
        } catch (Json.Malformed e) {
            layout.note(problems, e, "correct the layout; see the plugin guide, 5");
        }
        texts.sameKeys();
    }

    private void closed() {
        JsonNode root = schema.root();
        if (!root.path("type").asString("").equals("object")) {
            schema.note(problems, root, "type", "does not describe an object", "start with \"type\": \"object\"");
        }
        if (root.path("additionalProperties").asBoolean(true) && root.path("unevaluatedProperties").asBoolean(true)) {
            schema.note(problems, root, "additionalProperties", "lets answers carry anything",
                    "write \"additionalProperties\": false");
        }
    }

    /** The fields of a part: what is asked for must be shown, and shown whatever else was answered. */
    private void shown(JsonNode element, Part part) {
        Set<String> always = new LinkedHashSet<>();
        Set<String> sometimes = new LinkedHashSet<>();
        element(element, part, false, always, sometimes);
        for (JsonNode required : part.schema().path("required")) {
            String name = required.asString("");
            if (always.contains(name)) {
                continue;
            }
            schema.note(problems, part.schema(), "required", "requires " + part.keyOf(name)
                    + (sometimes.contains(name) ? ", which a rule can hide" : ", which the layout does not show"),
                    sometimes.contains(name) ? "require it with if and then, where the rule shows it"
                            : "show it with a Control in " + layout.name() + ", or do not require it");
        }
    }

    private void element(JsonNode element, Part part, boolean ruled, Set<String> always, Set<String> sometimes) {
        String type = Json.text(element, "type");
        boolean hasRule = ruled || element.has("rule");
        if (element.has("rule")) {
            rule(Json.group(element, "rule"), part);
        }
        if (LAYOUTS.contains(type)) {
            if (type.equals("Group")) {
                texts.need(Json.text(element, "label"), layout, element);
            }
            for (JsonNode inner : Json.objects(element, "elements")) {
                element(inner, part, hasRule, always, sometimes);
            }
        } else if (type.equals("Control")) {
            String name = name(element, part, "shows");
            if (!name.isEmpty()) {
                (hasRule ? sometimes : always).add(name);
                control(element, name, part);
            }
        } else {
            layout.note(problems, element, "type", "unknown element " + type,
                    "use VerticalLayout, HorizontalLayout, Group or Control");
        }
    }

    private void control(JsonNode element, String name, Part part) {
        JsonNode field = part.field(name);
        String key = part.keyOf(name);
        texts.need(key + ".label", layout, element);
        choices(element, key, field);
        choices(element, key, field.path("items"));
        JsonNode items = field.path("items");
        boolean isRows = field.path("type").asString("").equals("array") && items.has("properties");
        if (!isRows) {
            plain(element, key, field);
        } else if (part.isRow()) {
            layout.note(problems, element, "scope", key + " has rows inside a row", "use plain fields in a row");
        } else {
            JsonNode options = Json.group(element, "options");
            shown(Json.group(options, "detail"), new Part(items, key, true));
        }
    }

    /** A field people can fill in: one answer, or several choices out of a list. */
    private void plain(JsonNode element, String key, JsonNode field) {
        String type = field.path("type").asString("");
        boolean choices = type.equals("array") && field.path("items").has("enum");
        if (!PLAIN.contains(type) && !choices && !field.has("enum")) {
            layout.note(problems, element, "scope", key + " is no field people can fill in: type \"" + type + "\"",
                    "use string, integer, number, boolean, an enum, or an array with \"detail\" or choices");
        }
    }

    private void choices(JsonNode element, String key, JsonNode field) {
        for (JsonNode choice : field.path("enum")) {
            texts.need(key + ".enum." + choice.asString(), layout, element);
        }
    }

    private void rule(JsonNode rule, Part part) {
        String effect = Json.text(rule, "effect");
        if (!Set.of("SHOW", "HIDE").contains(effect)) {
            layout.note(problems, rule, "effect", "unknown effect " + effect, "use SHOW or HIDE");
        }
        JsonNode condition = Json.group(rule, "condition");
        name(condition, part, "has a rule that looks at");
        JsonNode expected = Json.group(condition, "schema");
        if (!expected.has("const") && !expected.has("enum")) {
            layout.note(problems, condition, "schema", "has a rule without an answer to compare with",
                    "write {\"const\": …} or {\"enum\": […]}");
        }
    }

    /** The name of the field a scope speaks about; empty after a problem was noted. */
    private String name(JsonNode scoped, Part part, String does) {
        String scope = Json.text(scoped, "scope");
        String name = scope.startsWith(PROPERTIES) ? scope.substring(PROPERTIES.length()) : "";
        if (name.isEmpty() || part.field(name).isMissingNode()) {
            layout.note(problems, scoped, "scope", does + " " + scope + ", which the schema does not have",
                    "name one of " + names(part) + ", as #/properties/<name>");
            return "";
        }
        return name;
    }

    private static List<String> names(Part part) {
        return part.schema().path("properties").properties().stream().map(Map.Entry::getKey).sorted().toList();
    }
}

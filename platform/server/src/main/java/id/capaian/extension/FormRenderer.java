package id.capaian.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.capaian.kernel.page.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Turns layout, schema and texts of a pack's form into the fields of a page. */
final class FormRenderer {

    private final Map<String, String> texts;

    FormRenderer(Map<String, String> texts) {
        this.texts = texts;
    }

    /** A part of the form: the whole, or one row of a list. */
    private record Part(JsonNode schema, JsonNode answers, String namePrefix, String textPrefix) {
    }

    /** A field and the heading it stands under. */
    private record Placed(String group, FormField field) {
    }

    /** The fields that no rule hides, by heading, in the order of the layout. */
    List<FormGroup> groups(JsonNode schema, JsonNode layout, JsonNode answers) {
        List<FormGroup> groups = new ArrayList<>();
        for (Placed placed : placed(layout, new Part(schema, answers, PackForm.PREFIX, ""))) {
            if (groups.isEmpty() || !Objects.equals(groups.get(groups.size() - 1).title(), placed.group())) {
                groups.add(new FormGroup(placed.group(), new ArrayList<>()));
            }
            groups.get(groups.size() - 1).fields().add(placed.field());
        }
        return groups;
    }

    private List<Placed> placed(JsonNode layout, Part part) {
        List<Placed> placed = new ArrayList<>();
        collect(layout, null, part, placed);
        return placed;
    }

    private void collect(JsonNode element, String group, Part part, List<Placed> placed) {
        if (FormLayout.hides(element, part.answers())) {
            return;
        }
        switch (element.path("type").asText()) {
            case "Control" -> placed.add(new Placed(group, field(element, part)));
            case "Group" -> element.path("elements")
                    .forEach(inner -> collect(inner, text(element.path("label").asText()), part, placed));
            default -> element.path("elements").forEach(inner -> collect(inner, group, part, placed));
        }
    }

    private FormField field(JsonNode control, Part part) {
        String property = FormLayout.property(control);
        JsonNode shape = part.schema().path("properties").path(property);
        String name = part.namePrefix() + property;
        String key = part.textPrefix() + property;
        JsonNode answer = part.answers().path(property);
        FormField.Kind kind = kind(shape, control.path("options"));
        boolean isRows = kind == FormField.Kind.ROWS;
        // A box left empty says no, which is an answer: to be ticked is what only a schema asks that takes nothing else.
        boolean required = kind == FormField.Kind.BOX ? shape.path("const").asBoolean()
                : FormSchema.requires(part.schema(), property);
        return new FormField(name, kind, text(key + ".label"), texts.get(key + ".description"), required,
                isRows ? List.of() : values(answer), isRows ? List.of() : options(key, shape),
                isRows ? rows(control, shape, required, new Part(shape.path("items"), answer, name, key)) : null);
    }

    private FormField.Rows rows(JsonNode control, JsonNode shape, boolean required, Part all) {
        int fewest = FormSchema.fewestRows(shape, required);
        int many = Math.max(all.answers().size(), fewest);
        List<List<FormField>> each = new ArrayList<>();
        for (int number = 0; number < many; number++) {
            JsonNode answers = all.answers().has(number)
                    ? all.answers().get(number) : JsonNodeFactory.instance.objectNode();
            Part row = new Part(all.schema(), answers, all.namePrefix() + "." + number + ".", all.textPrefix() + ".");
            each.add(placed(FormLayout.detail(control), row).stream().map(Placed::field).toList());
        }
        return new FormField.Rows(each, many < FormSchema.mostRows(shape), many > fewest);
    }

    private static FormField.Kind kind(JsonNode shape, JsonNode options) {
        if (shape.has("enum")) {
            return "radio".equals(options.path("format").asText()) ? FormField.Kind.RADIOS : FormField.Kind.CHOICE;
        }
        return switch (shape.path("type").asText()) {
            case "integer" -> FormField.Kind.WHOLE_NUMBER;
            case "number" -> FormField.Kind.NUMBER;
            case "boolean" -> FormField.Kind.BOX;
            case "array" -> FormSchema.isRows(shape) ? FormField.Kind.ROWS : FormField.Kind.MANY;
            default -> "date".equals(shape.path("format").asText()) ? FormField.Kind.DATE
                    : options.path("multi").asBoolean() ? FormField.Kind.AREA : FormField.Kind.LINE;
        };
    }

    private List<Option> options(String key, JsonNode shape) {
        JsonNode choices = shape.has("enum") ? shape.path("enum") : shape.path("items").path("enum");
        return StreamSupport.stream(choices.spliterator(), false).map(JsonNode::asText)
                .map(choice -> new Option(choice, text(key + ".enum." + choice))).toList();
    }

    private static List<String> values(JsonNode answer) {
        if (answer.isArray()) {
            return StreamSupport.stream(answer.spliterator(), false).map(JsonNode::asText).toList();
        }
        return answer.isMissingNode() ? List.of() : List.of(answer.isNumber() ? plain(answer) : answer.asText());
    }

    /**
     * With a decimal comma, as people here write and as {@link FormReader} reads back; 83.6 alone would do, 1.234 not.
     */
    private static String plain(JsonNode number) {
        return number.decimalValue().toPlainString().replace('.', ',');
    }

    private String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("No text " + key + " in a form that passed the check of its pack");
        }
        return text;
    }
}

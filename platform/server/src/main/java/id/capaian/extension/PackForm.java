package id.capaian.extension;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.plugin.api.Form;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pack's form in a reader's language: fields for a page, and what a browser sends back as answers. Rows are added and
 * taken away by buttons that send the form, and rules are looked at on the server, so all of it works without
 * JavaScript.
 */
public final class PackForm {

    /** Begins the name of every field, so that no pack's field meets one of ours. */
    static final String PREFIX = "form.";
    /** Name of the buttons that change the form and save nothing: {@code +goals}, {@code -goals.1}, {@code =}. */
    private static final String WISH = "form-wish";

    private final JsonNode schema;
    private final JsonNode layout;
    private final FormRenderer renderer;

    public PackForm(Form form, String language) {
        this.schema = parse(form.schema());
        this.layout = parse(form.uiSchema());
        this.renderer = new FormRenderer(form.texts().getOrDefault(language, Map.of()));
    }

    /** Whether fields of a pack's form are among what a browser sent. */
    public static boolean isIn(MultivaluedMap<String, String> sent) {
        return sent.keySet().stream().anyMatch(name -> name.startsWith(PREFIX));
    }

    /** The fields by heading, without those a rule hides. Answers: JSON object in text, null for none yet. */
    public List<FormGroup> groups(String answers) {
        return renderer.groups(schema, layout,
                answers == null ? JsonNodeFactory.instance.objectNode() : parse(answers));
    }

    /** Whether what is asked for depends on answers, so that a page has to offer to look again. */
    public boolean hasRules() {
        return FormLayout.hasRules(layout);
    }

    /** Answers of a sent form as a JSON object in text, without fields and rows left empty and what a rule hides. */
    public String answers(MultivaluedMap<String, String> sent) {
        ObjectNode answers = new FormReader(sent, false).read(schema, PREFIX);
        FormLayout.dropHidden(layout, answers);
        return answers.toString();
    }

    /** Answers to show the form with when a button only asked to change it; empty when it was sent to be saved. */
    public Optional<String> reshaped(MultivaluedMap<String, String> sent) {
        String wish = sent.getFirst(WISH);
        if (wish == null) {
            return Optional.empty();
        }
        ObjectNode answers = new FormReader(sent, true).read(schema, PREFIX);
        if (wish.startsWith("+")) {
            add(answers, wish.substring(1));
        } else if (wish.startsWith("-") && wish.contains(".")) {
            int dot = wish.lastIndexOf('.');
            remove(answers, wish.substring(1, dot), wish.substring(dot + 1));
        }
        return Optional.of(answers.toString());
    }

    private void add(ObjectNode answers, String property) {
        JsonNode field = schema.path("properties").path(property);
        if (!FormSchema.isRows(field)) {
            return;
        }
        ArrayNode rows = answers.withArray(property);
        // A form without rows shows the ones asked for: the new one comes after them.
        int shown = Math.max(rows.size(), FormSchema.fewestRows(field, FormSchema.requires(schema, property)));
        while (rows.size() <= shown && rows.size() < FormSchema.mostRows(field)) {
            rows.addObject();
        }
    }

    private static void remove(ObjectNode answers, String property, String number) {
        if (answers.path(property) instanceof ArrayNode rows && number.matches("\\d{1,3}")) {
            rows.remove(Integer.parseInt(number));
        }
    }

    /**
     * Problems of answers under the names of the page's fields. A part of a field (one choice of several) is the
     * field's; what belongs to none is said about the form.
     */
    public List<FieldProblem> placed(List<FieldProblem> problems, String answers) {
        Set<String> names = groups(answers).stream().flatMap(group -> group.fields().stream())
                .flatMap(PackForm::withRows).map(FormField::name).collect(Collectors.toSet());
        return problems.stream()
                .map(problem -> new FieldProblem(nearest(PREFIX + problem.field(), names), problem.detail()))
                .toList();
    }

    private static Stream<FormField> withRows(FormField field) {
        return field.rows() == null ? Stream.of(field) : Stream.concat(Stream.of(field),
                field.rows().each().stream().flatMap(List::stream).flatMap(PackForm::withRows));
    }

    private static String nearest(String name, Set<String> names) {
        String at = name;
        while (!names.contains(at)) {
            int dot = at.lastIndexOf('.');
            if (dot < 0) {
                return "form";
            }
            at = at.substring(0, dot);
        }
        return at;
    }

    private static JsonNode parse(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON", e);
        }
    }
}

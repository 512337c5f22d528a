package id.capaian.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.page.Fact;
import id.capaian.kernel.page.Shell;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.plugin.api.Form;
import id.capaian.plugin.api.FormPurpose;
import id.capaian.plugin.api.PackDescriptor;
import id.capaian.plugin.engine.FieldError;
import id.capaian.plugin.engine.FormAnswers;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The parameters of a pack as a form, made from the pack's own schema: names, defaults and limits are the pack's. A
 * field left empty, or left at the pack's default, is no value of the region's own. Costs no database access.
 *
 * <p>Values of the region's own are a flat JSON object in text, as bindings keep them.
 */
public final class ParameterForm {

    private static final String NONE = "{}";
    private static final String LABEL = ".label";

    private final JsonNode schema;
    private final List<PackParameter> parameters;
    private final PackForm form;
    private final Shell shell;

    /** In the language of the page. */
    public ParameterForm(PackDescriptor pack, Shell shell) {
        this.schema = Json.read(pack.parametersSchema(), JsonNode.class);
        this.parameters = PackParameter.of(pack, shell.language());
        this.shell = shell;
        this.form = new PackForm(new Form("pack.parameters@1", pack.name(), FormPurpose.PLAN, askable(), layout(),
                Map.of(shell.language(), texts(pack))), shell.language());
    }

    /**
     * What the pack's own schema refuses in a region's values, each under the name of its parameter; what belongs to
     * none is said under the empty name.
     *
     * @param own    a JSON object in text
     * @param locale language of the messages: English, or Indonesian for all else
     */
    public static List<FieldProblem> problems(PackDescriptor pack, String own, Locale locale) {
        ObjectNode values = Json.read(own, ObjectNode.class);
        JsonNode schema = Json.read(pack.parametersSchema(), JsonNode.class);
        String language = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? "en" : "id";
        Form checked = new Form("pack.parameters@1", pack.name(), FormPurpose.PLAN, pack.parametersSchema(), NONE,
                Map.of(language, own(pack.texts().getOrDefault(language, Map.of()))));
        List<FieldProblem> problems = new ArrayList<>();
        for (FieldError error : FormAnswers.validate(checked, Json.write(withDefaults(schema, values)), locale)) {
            if (error.pointer().isEmpty() && error.keyword().equals("additionalProperties")) {
                values.fieldNames().forEachRemaining(name -> {
                    if (!schema.path("properties").has(name)) {
                        problems.add(new FieldProblem(name, error.message()));
                    }
                });
            } else {
                problems.add(new FieldProblem(name(error.pointer()), error.message()));
            }
        }
        return problems.stream().distinct().toList();
    }

    private static ObjectNode withDefaults(JsonNode schema, ObjectNode own) {
        ObjectNode all = own.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (property.getValue().has("default")) {
                all.set(property.getKey(), property.getValue().get("default"));
            }
        });
        all.setAll(own);
        return all;
    }

    private static String name(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1).replace("~1", "/").replace("~0", "~");
    }

    /** The pack's texts about parameters, under the names alone. */
    private static Map<String, String> own(Map<String, String> texts) {
        return texts.entrySet().stream().filter(text -> text.getKey().startsWith(PackParameter.TEXTS))
                .collect(Collectors.toMap(text -> text.getKey().substring(PackParameter.TEXTS.length()),
                        Map.Entry::getValue));
    }

    /** Whether there is nothing to set. */
    public boolean isEmpty() {
        return parameters.isEmpty();
    }

    /** The fields with what would hold: the region's own values, else the pack's defaults. */
    public List<FormGroup> groups(String own) {
        ObjectNode all = withDefaults(schema, Json.read(own, ObjectNode.class));
        all.properties().forEach(value -> {
            if (value.getValue().isBoolean()) {
                value.setValue(all.textNode(value.getValue().asText()));
            }
        });
        return form.groups(Json.write(all));
    }

    /** The fields as they were sent, also what is no value: for a form shown again. */
    public List<FormGroup> typed(MultivaluedMap<String, String> sent) {
        return form.groups(form.answers(sent));
    }

    /** The region's own values among those sent. */
    public String own(MultivaluedMap<String, String> sent) {
        ObjectNode values = Json.read(form.answers(sent), ObjectNode.class);
        for (PackParameter parameter : parameters) {
            JsonNode value = values.get(parameter.name());
            if (value != null && parameter.type().equals("boolean")) {
                values.set(parameter.name(), BooleanNode.valueOf(value.asBoolean()));
            }
            if (value != null && isDefault(parameter, value)) {
                values.remove(parameter.name());
            }
        }
        return Json.write(values);
    }

    private static boolean isDefault(PackParameter parameter, JsonNode value) {
        if (parameter.otherwise() == null) {
            return false;
        }
        return value.isNumber() && !parameter.type().equals("string")
                ? value.decimalValue().compareTo(new BigDecimal(parameter.otherwise())) == 0
                : value.asText().equals(parameter.otherwise());
    }

    /** The problems of {@link #problems} under the names of the page's fields. */
    public static List<FieldProblem> placed(List<FieldProblem> problems) {
        return problems.stream().map(problem -> new FieldProblem(
                problem.field().isEmpty() ? "form" : PackForm.PREFIX + problem.field(), problem.detail())).toList();
    }

    /** The region's own values as the query of an address of a page that has this form; empty for none. */
    public String query(String own) {
        return Json.read(own, ObjectNode.class).properties().stream().map(value ->
                encoded(PackForm.PREFIX + value.getKey()) + "=" + encoded(written(value.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As people here write it, which is how forms are read. */
    private static String written(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString().replace('.', ',') : value.asText();
    }

    /** The region's own values to be read, each by what people call it. */
    public List<Fact> told(String own) {
        Map<String, String> labels = parameters.stream()
                .collect(Collectors.toMap(PackParameter::name, PackParameter::label));
        return Json.read(own, ObjectNode.class).properties().stream().map(value ->
                new Fact(labels.getOrDefault(value.getKey(), value.getKey()), said(value.getValue()))).toList();
    }

    private String said(JsonNode value) {
        return value.isBoolean() ? yesOrNo(value.asBoolean()) : written(value);
    }

    private String yesOrNo(boolean value) {
        return shell.t(value ? "extension.form.yes" : "extension.form.no");
    }

    /** The schema with yes and no as choices: a box that is not ticked could not be told from a field left empty. */
    private String askable() {
        ObjectNode asked = schema.deepCopy();
        asked.path("properties").properties().forEach(property -> {
            if (property.getValue() instanceof ObjectNode field && field.path("type").asText().equals("boolean")) {
                field.put("type", "string").putArray("enum").add("true").add("false");
            }
        });
        return Json.write(asked);
    }

    private String layout() {
        return Json.write(Map.of("type", "VerticalLayout", "elements", parameters.stream().map(parameter ->
                Map.of("type", "Control", "scope", "#/properties/" + parameter.name())).toList()));
    }

    private Map<String, String> texts(PackDescriptor pack) {
        Map<String, String> texts = new HashMap<>();
        for (PackParameter parameter : parameters) {
            String name = parameter.name();
            texts.put(name + LABEL, parameter.label());
            texts.put(name + ".description", hint(parameter));
            parameter.choices().forEach(choice -> texts.put(name + ".enum." + choice, choice));
            texts.put(name + ".enum.true", yesOrNo(true));
            texts.put(name + ".enum.false", yesOrNo(false));
        }
        Map<String, String> own = new HashMap<>(own(pack.texts().getOrDefault(shell.language(), Map.of())));
        own.keySet().removeIf(key -> key.endsWith(LABEL) || key.endsWith(".description"));
        texts.putAll(own);
        return texts;
    }

    /** What else is to be said, then limits and default. */
    private String hint(PackParameter parameter) {
        List<String> sentences = new ArrayList<>();
        if (parameter.description() != null) {
            sentences.add(parameter.description().replaceFirst("[.]?$", "."));
        }
        String least = parameter.said(parameter.least(), shell);
        String most = parameter.said(parameter.most(), shell);
        if (least != null && most != null) {
            sentences.add(shell.t("extension.parameter.between", least, most));
        } else if (least != null) {
            sentences.add(shell.t("extension.parameter.least", least));
        } else if (most != null) {
            sentences.add(shell.t("extension.parameter.most", most));
        }
        if (parameter.otherwise() != null) {
            sentences.add(shell.t("extension.parameter.otherwise", parameter.said(parameter.otherwise(), shell)));
        }
        return String.join(" ", sentences);
    }
}

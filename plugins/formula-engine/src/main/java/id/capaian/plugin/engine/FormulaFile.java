package id.capaian.plugin.engine;

import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Need;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.StepUnit;
import id.capaian.plugin.api.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one {@code formulas/*.json} and compiles it. */
final class FormulaFile {

    private static final int MOST_STEPS = 60;
    private static final Pattern STEP = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,40}");
    private static final Set<String> RESERVED = Set.of("NH", "NP");
    private static final Set<String> WORDS = Set.of("id", "subject", "name", "description", "needs",
            "extraIndicators", "limits", "refusals", "steps", "flags", "result", "behaviour", "index");
    private static final String REMEDY = "correct the formula; see the plugin guide, 4";

    private final JsonFile file;
    private final FormulaDescriptor descriptor;
    private final Map<String, Indicator> indicators;
    private final CelInputs inputs;
    private final CelLanguage language;
    private final CelChecker checker;
    private final Problems problems;

    private FormulaFile(JsonFile file, Map<String, Indicator> indicators, ParameterSchema parameters,
            CelLanguage language, Problems problems) {
        this.file = file;
        this.indicators = indicators;
        this.problems = problems;
        this.descriptor = descriptor();
        this.inputs = new CelInputs(descriptor, indicators, parameters);
        this.language = language;
        this.checker = new CelChecker(file, inputs, language, problems);
    }

    static Optional<DataFormula.Source> read(JsonFile file, Map<String, Indicator> indicators,
            ParameterSchema parameters, CelLanguage language, Problems problems) {
        try {
            file.refuseUnknown(problems, file.root(), WORDS);
            return Optional.of(new FormulaFile(file, indicators, parameters, language, problems).source());
        } catch (Json.Malformed e) {
            file.note(problems, e, REMEDY);
        } catch (IllegalArgumentException e) {
            file.note(problems, file.root(), "id", String.valueOf(e.getMessage()), REMEDY);
        }
        return Optional.empty();
    }

    private FormulaDescriptor descriptor() {
        JsonNode json = file.root();
        Json.required(json, "needs");
        Set<Need> needs = Json.constants(Need.class, json, "needs");
        List<String> extra = json.has("extraIndicators") ? Json.texts(json, "extraIndicators") : List.of();
        extra.forEach(code -> refuseUnknown(code, json, "extraIndicators"));
        return new FormulaDescriptor(Json.text(json, "id"), Json.constant(Subject.class, json, "subject"),
                Json.localized(json, "name"), Json.localized(json, "description"), needs, extra);
    }

    private DataFormula.Source source() {
        String expected = "formulas/" + descriptor.id().substring(descriptor.id().indexOf('.') + 1) + ".json";
        if (!file.name().equals(expected)) {
            note(file.root(), "id", "is named unlike its id " + descriptor.id(), "call it " + expected);
        }
        List<DataFormula.Limit> limits = limits();
        List<DataFormula.Refusal> refusals = refusals();
        List<DataFormula.NamedStep> steps = steps();
        return new DataFormula.Source(descriptor, limits, refusals, steps, notices(), outputs());
    }

    private List<DataFormula.Limit> limits() {
        List<DataFormula.Limit> limits = new ArrayList<>();
        for (JsonNode limit : some("limits", Set.of("indicator", "ceiling", "text"))) {
            String code = Json.text(limit, "indicator");
            refuseUnknown(code, limit, "indicator");
            LocalizedText why = Json.localized(limit, "text");
            checker.ceiling(new CelChecker.Place(limit, "ceiling", "limit of " + code), code)
                    .ifPresent(ceiling -> limits.add(new DataFormula.Limit(code, ceiling, why)));
        }
        return limits;
    }

    private List<DataFormula.Refusal> refusals() {
        List<DataFormula.Refusal> refusals = new ArrayList<>();
        for (JsonNode refusal : some("refusals", Set.of("reason", "when", "text"))) {
            Outcome.Reason reason = Json.constant(Outcome.Reason.class, refusal, "reason");
            LocalizedText why = Json.localized(refusal, "text");
            checker.refusal(new CelChecker.Place(refusal, "when", "refusal " + reason))
                    .ifPresent(when -> refusals.add(new DataFormula.Refusal(reason, when, why)));
        }
        return refusals;
    }

    private List<DataFormula.NamedStep> steps() {
        Json.required(file.root(), "steps");
        List<JsonNode> all = some("steps", Set.of("name", "label", "expr", "unit", "note"));
        Map<String, String> expressions = new LinkedHashMap<>();
        all.forEach(step -> expressions.putIfAbsent(Json.text(step, "name"), Json.text(step, "expr")));
        StepOrder order = new StepOrder(language, expressions);
        List<DataFormula.NamedStep> steps = new ArrayList<>();
        for (JsonNode step : all) {
            String name = Json.text(step, "name");
            if (!STEP.matcher(name).matches() || RESERVED.contains(name) || checker.steps().contains(name)) {
                note(step, "name", "step name " + name + " is taken or malformed",
                        "use 2 to 41 letters, digits and _, not NH or NP, each name once");
                continue;
            }
            Optional<CelSafety.Finding> flaw = order.flaw(name);
            flaw.ifPresent(wrong -> note(step, "expr", "step " + name + ": " + wrong.what(), wrong.remedy()));
            if (flaw.isEmpty()) {
                step(step, name).ifPresent(steps::add);
            }
            checker.skip(name);
        }
        return steps;
    }

    private Optional<DataFormula.NamedStep> step(JsonNode json, String name) {
        LocalizedText label = Json.localized(json, "label");
        StepUnit unit = json.has("unit") ? Json.constant(StepUnit.class, json, "unit") : StepUnit.POINTS;
        LocalizedText note = null;
        CelExpression noteWhen = null;
        if (json.has("note")) {
            JsonNode noted = Json.group(json, "note");
            file.refuseUnknown(problems, noted, Set.of("when", "text"));
            note = Json.localized(noted, "text");
            noteWhen = noteWhen(noted, name);
        }
        LocalizedText text = note;
        CelExpression when = noteWhen;
        return checker.step(new CelChecker.Place(json, "expr", "step " + name), name)
                .map(expression -> new DataFormula.NamedStep(name, label, expression, unit, when, text));
    }

    private @Nullable CelExpression noteWhen(JsonNode note, String name) {
        return checker.condition(new CelChecker.Place(note, "when", "note of " + name)).orElse(null);
    }

    private List<DataFormula.Notice> notices() {
        List<DataFormula.Notice> notices = new ArrayList<>();
        for (JsonNode notice : some("flags", Set.of("code", "about", "when", "text"))) {
            Flag.Code code = Json.constant(Flag.Code.class, notice, "code");
            String about = Json.text(notice, "about");
            if (!inputs.knows(about) && !checker.steps().contains(about)) {
                note(notice, "about", "flag " + code + " speaks about " + about + ", which nobody knows",
                        "name an indicator, a value of conduct, or one of the steps " + names());
            }
            LocalizedText what = Json.localized(notice, "text");
            checker.condition(new CelChecker.Place(notice, "when", "flag " + code + " " + about))
                    .ifPresent(when -> notices.add(new DataFormula.Notice(code, about, when, what)));
        }
        return notices;
    }

    private DataFormula.Outputs outputs() {
        boolean person = descriptor.subject() == Subject.PERSON;
        String result = person ? output("result") : null;
        String behaviour = person ? output("behaviour") : null;
        return new DataFormula.Outputs(result, behaviour, output("index"));
    }

    private String output(String name) {
        String step = Json.text(file.root(), name);
        if (!checker.steps().contains(step)) {
            note(file.root(), name, name + " names no step: " + step, "name one of " + names());
        }
        return step;
    }

    private TreeSet<String> names() {
        return new TreeSet<>(checker.steps());
    }

    /** A list that may be left out, each object with these words. */
    private List<JsonNode> some(String name, Set<String> words) {
        if (!file.root().has(name)) {
            return List.of();
        }
        List<JsonNode> objects = Json.objects(file.root(), name);
        objects.forEach(object -> file.refuseUnknown(problems, object, words));
        if (objects.size() > MOST_STEPS) {
            throw new Json.Malformed("has " + objects.size() + " " + name + ", at most " + MOST_STEPS,
                    file.root(), name);
        }
        return objects;
    }

    private void refuseUnknown(String code, JsonNode container, String member) {
        if (!indicators.containsKey(code)) {
            note(container, member, "unknown indicator " + code,
                    "add it to " + IndicatorTable.FILE + ", or correct the code");
        }
    }

    private void note(JsonNode container, String member, String what, String remedy) {
        file.note(problems, container, member, what, remedy);
    }
}

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
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one {@code formulas/*.json} and compiles it. */
final class FormulaFile {

    private static final Pattern STEP = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,40}");
    private static final Set<String> RESERVED = Set.of("NH", "NP");

    private final String file;
    private final String text;
    private final Map<String, Indicator> indicators;
    private final Problems problems;
    private final CelChecker checker;
    private final Set<String> known = new LinkedHashSet<>();

    private FormulaFile(String file, String text, Map<String, Indicator> indicators, Problems problems,
            CelChecker checker) {
        this.file = file;
        this.text = text;
        this.indicators = indicators;
        this.problems = problems;
        this.checker = checker;
    }

    static Optional<DataFormula.Source> read(PackFiles files, String file, Map<String, Indicator> indicators,
            Set<String> numericParameters, CelLanguage language, Problems problems) throws PackInvalid {
        JsonNode json = Json.object(files, file);
        String text = files.text(file).orElseThrow();
        CelChecker checker = new CelChecker(file, text, indicators.keySet(), numericParameters, language, problems);
        try {
            return Optional.of(new FormulaFile(file, text, indicators, problems, checker).source(json));
        } catch (Json.Malformed | IllegalArgumentException e) {
            problems.add(file, 0, String.valueOf(e.getMessage()), "correct the formula; see the plugin guide");
            return Optional.empty();
        }
    }

    private DataFormula.Source source(JsonNode json) {
        FormulaDescriptor descriptor = descriptor(json);
        String expected = "formulas/" + descriptor.id().substring(descriptor.id().indexOf('.') + 1) + ".json";
        if (!file.equals(expected)) {
            problems.add(file, line(descriptor.id()), "is named unlike its id " + descriptor.id(),
                    "call it " + expected);
        }
        List<DataFormula.Limit> limits = limits(json);
        if (descriptor.needs().contains(Need.RESULTS)) {
            known.add("NH");
        }
        if (descriptor.needs().contains(Need.BEHAVIOUR)) {
            known.add("NP");
        }
        List<DataFormula.Refusal> refusals = refusals(json);
        List<DataFormula.NamedStep> steps = steps(json);
        return new DataFormula.Source(descriptor, limits, refusals, steps, notices(json), outputs(json, descriptor));
    }

    private FormulaDescriptor descriptor(JsonNode json) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        for (JsonNode need : Json.required(json, "needs")) {
            needs.add(Need.valueOf(need.asString()));
        }
        List<String> extra = new ArrayList<>();
        for (JsonNode code : json.path("extraIndicators")) {
            refuseUnknown(code.asString());
            extra.add(code.asString());
        }
        return new FormulaDescriptor(Json.text(json, "id"), Json.constant(Subject.class, json, "subject"),
                Json.localized(json, "name"), Json.localized(json, "description"), needs, extra);
    }

    private List<DataFormula.Limit> limits(JsonNode json) {
        List<DataFormula.Limit> limits = new ArrayList<>();
        for (JsonNode limit : json.path("limits")) {
            String code = Json.text(limit, "indicator");
            refuseUnknown(code);
            LocalizedText why = Json.localized(limit, "text");
            checker.number("limit of " + code, Json.text(limit, "ceiling"), known, Set.of())
                    .ifPresent(ceiling -> limits.add(new DataFormula.Limit(code, ceiling, why)));
        }
        return limits;
    }

    private List<DataFormula.Refusal> refusals(JsonNode json) {
        List<DataFormula.Refusal> refusals = new ArrayList<>();
        for (JsonNode refusal : json.path("refusals")) {
            Outcome.Reason reason = Json.constant(Outcome.Reason.class, refusal, "reason");
            LocalizedText why = Json.localized(refusal, "text");
            checker.truth("refusal " + reason, Json.text(refusal, "when"), known)
                    .ifPresent(when -> refusals.add(new DataFormula.Refusal(reason, when, why)));
        }
        return refusals;
    }

    private List<DataFormula.NamedStep> steps(JsonNode json) {
        List<JsonNode> all = new ArrayList<>();
        Json.required(json, "steps").forEach(all::add);
        Set<String> later = new LinkedHashSet<>();
        all.forEach(step -> later.add(Json.text(step, "name")));
        List<DataFormula.NamedStep> steps = new ArrayList<>();
        for (JsonNode step : all) {
            String name = Json.text(step, "name");
            if (!STEP.matcher(name).matches() || RESERVED.contains(name) || known.contains(name)) {
                problems.add(file, line(name), "step name " + name + " is taken or malformed",
                        "use 2 to 41 letters, digits and _, not NH or NP, each name once");
                continue;
            }
            step(step, name, later).ifPresent(steps::add);
            later.remove(name);
            known.add(name);
        }
        return steps;
    }

    private Optional<DataFormula.NamedStep> step(JsonNode json, String name, Set<String> later) {
        LocalizedText label = Json.localized(json, "label");
        StepUnit unit = json.has("unit") ? Json.constant(StepUnit.class, json, "unit") : StepUnit.POINTS;
        CelExpression noteWhen = null;
        LocalizedText note = null;
        if (json.has("note")) {
            note = Json.localized(json.get("note"), "text");
            noteWhen = noteWhen(json.get("note"), name);
        }
        LocalizedText text = note;
        CelExpression when = noteWhen;
        return checker.number("step " + name, Json.text(json, "expr"), known, later)
                .map(expression -> new DataFormula.NamedStep(name, label, expression, unit, when, text));
    }

    private @Nullable CelExpression noteWhen(JsonNode note, String name) {
        return checker.truth("note of " + name, Json.text(note, "when"), known).orElse(null);
    }

    private List<DataFormula.Notice> notices(JsonNode json) {
        List<DataFormula.Notice> notices = new ArrayList<>();
        for (JsonNode notice : json.path("flags")) {
            Flag.Code code = Json.constant(Flag.Code.class, notice, "code");
            String about = Json.text(notice, "about");
            LocalizedText what = Json.localized(notice, "text");
            checker.truth("flag " + code + " " + about, Json.text(notice, "when"), known)
                    .ifPresent(when -> notices.add(new DataFormula.Notice(code, about, when, what)));
        }
        return notices;
    }

    private DataFormula.Outputs outputs(JsonNode json, FormulaDescriptor descriptor) {
        boolean person = descriptor.subject() == Subject.PERSON;
        String result = person ? output(json, "result") : null;
        String behaviour = person ? output(json, "behaviour") : null;
        return new DataFormula.Outputs(result, behaviour, output(json, "index"));
    }

    private String output(JsonNode json, String name) {
        String step = Json.text(json, name);
        if (!known.contains(step)) {
            problems.add(file, line(step), name + " names no step: " + step, "name one of " + known);
        }
        return step;
    }

    private void refuseUnknown(String code) {
        if (!indicators.containsKey(code)) {
            problems.add(file, line(code), "unknown indicator " + code,
                    "add it to " + IndicatorTable.FILE + ", or correct the code");
        }
    }

    private int line(String word) {
        return Problems.lineOf(text, "\"" + word + "\"");
    }
}

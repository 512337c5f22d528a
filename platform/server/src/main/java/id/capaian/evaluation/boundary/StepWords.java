package id.capaian.evaluation.boundary;

import id.capaian.kernel.page.Shell;
import id.capaian.kernel.page.Step;
import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.RaterFacts;
import id.capaian.plugin.api.StepUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Steps as a person reads them: what went in by name and number, how, and what came out. */
final class StepWords {

    private static final String ACHIEVEMENT = "achievement.";
    private static final String MARK = "mark.";
    private static final String FACT = "fact.";
    private static final String PARAMETER = "parameter.";
    /** How the kernel says NP was made. */
    private static final String MEAN_OF_MARKS = "mean of 7 values";
    /** A decimal number that is no part of a name and not beside a comma that parts it from another number. */
    private static final Pattern DECIMAL = Pattern.compile(
            "(?<![\\w,])(?<!\\w\\.)(\\d+)\\.(\\d+)(?![\\w,])(?!\\.\\d)");
    private static final Set<String> RATER_FACTS = Set.of(RaterFacts.PEOPLE, RaterFacts.ITEMS,
            RaterFacts.ITEMS_WITH_EVIDENCE, RaterFacts.RATER_MEAN, RaterFacts.UNIT_MEAN, RaterFacts.RATINGS,
            RaterFacts.RATINGS_AGREEING);

    private final Shell shell;
    private final Locale locale;
    private final Map<String, id.capaian.plugin.api.Step> steps = new HashMap<>();
    private final Map<String, GivenView> given;
    private final Map<String, String> parameters;

    /** @param parameters what people call the pack's parameters, by name; one it does not tell is called by its name */
    StepWords(ExplanationView explanation, List<GivenView> inputs, Map<String, String> parameters, Shell shell) {
        this.shell = shell;
        this.parameters = parameters;
        this.locale = Locale.forLanguageTag(shell.language());
        explanation.steps().forEach(step -> steps.put(step.name(), step));
        this.given = inputs.stream().collect(Collectors.toMap(StepWords::key, Function.identity()));
    }

    private static String key(GivenView given) {
        return switch (given.kind()) {
            case "MARK" -> MARK + given.name();
            case "FACT" -> FACT + given.name();
            case "PARAMETER" -> PARAMETER + given.name();
            default -> given.name();
        };
    }

    /** A step with its inputs spelled out; a note of the pack comes last. */
    Step step(id.capaian.plugin.api.Step step) {
        String made = step.inputs().stream().map(this::input).filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        String how = shell.t("evaluation.step.how", expression(step.expression()));
        String detail = made.isEmpty() ? how : made + " · " + how;
        String note = note(step);
        return new Step(step.label().in(locale), note == null ? detail : detail + " · " + note, value(step, shell));
    }

    /**
     * What the pack notes; else of an achievement at an edge that the scale ends there, for its expression alone may
     * give more or less. Said here, since what is stored must come out the same when it is computed again. Null for
     * none.
     */
    private String note(id.capaian.plugin.api.Step step) {
        if (step.note() != null) {
            return step.note().in(locale);
        }
        boolean achievement = step.name().startsWith(ACHIEVEMENT);
        if (achievement && step.value().compareTo(Kernel.MAXIMUM) == 0) {
            return shell.t("evaluation.step.most");
        }
        return achievement && step.value().signum() == 0 ? shell.t("evaluation.step.least") : null;
    }

    /** What people call an indicator; its code when no step tells. */
    String nameOf(String code) {
        id.capaian.plugin.api.Step achievement = steps.get(ACHIEVEMENT + code);
        return achievement == null ? code : achievement.label().in(locale);
    }

    /** The step's value, two decimals, with its sign when it is percent. */
    static String value(id.capaian.plugin.api.Step step, Shell shell) {
        return shell.number(step.value(), 2) + (step.unit() == StepUnit.PERCENT ? " %" : "");
    }

    /** As stored, which stays as it is; only its numbers are written as all others on the page. */
    private String expression(String stored) {
        return stored.equals(MEAN_OF_MARKS) ? shell.t("evaluation.step.mean")
                : DECIMAL.matcher(stored).replaceAll("$1,$2");
    }

    /** Null for what is neither a step nor a number given. */
    private String input(String name) {
        id.capaian.plugin.api.Step earlier = steps.get(name);
        if (earlier != null) {
            return earlier.label().in(locale) + " " + value(earlier, shell);
        }
        GivenView number = given.getOrDefault(name, given.get(FACT + name));
        return number == null ? null : number(number);
    }

    private String number(GivenView number) {
        return switch (number.kind()) {
            case "MARK" -> BehaviourValue.valueOf(number.name()).label().in(locale) + ": "
                    + shell.t("evaluation.rating." + number.mark()).toLowerCase(locale);
            case "FACT" -> fact(number.name()) + " " + shell.number(number.value());
            case "PARAMETER" -> parameters.getOrDefault(number.name(), number.name()) + ": "
                    + shell.number(number.value());
            default -> shell.t("evaluation.step.reading", shell.number(number.value()), target(number.target()),
                    number.source() == null ? "–" : number.source());
        };
    }

    /** Facts about raters have names; those of other subjects are the pack's own words. */
    private String fact(String name) {
        return RATER_FACTS.contains(name) ? shell.t("evaluation.fact." + name) : name;
    }

    /** Written the Indonesian way in both languages, as all numbers are. */
    private static String target(String target) {
        return target == null ? "–" : target.replace('.', ',');
    }
}

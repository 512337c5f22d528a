package id.capaian.plugin.engine;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import id.capaian.plugin.api.BehaviourValue;
import id.capaian.plugin.api.Direction;
import id.capaian.plugin.api.FormulaDescriptor;
import id.capaian.plugin.api.Indicator;
import id.capaian.plugin.api.Kernel;
import id.capaian.plugin.api.Need;
import id.capaian.plugin.api.RaterFacts;
import id.capaian.plugin.api.Subject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a formula can count on in the five maps of its input: which keys exist, which of them are always there, and
 * between which numbers they lie.
 */
final class CelInputs {

    private static final Range SCORE = Range.of("0", "120");
    private static final Range MARK = Range.of("60", "120");
    private static final Set<String> MARKS =
            Arrays.stream(BehaviourValue.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    /** Of a rater; those that are always given have a range from a number on, the means are absent without marks. */
    private static final Map<String, Range> RATER_FACTS = Map.of(
            RaterFacts.PEOPLE, Range.atLeast("1"),
            RaterFacts.ITEMS, Range.atLeast("0"),
            RaterFacts.ITEMS_WITH_EVIDENCE, Range.atLeast("0"),
            RaterFacts.RATINGS, Range.atLeast("0"),
            RaterFacts.RATINGS_AGREEING, Range.atLeast("0"),
            RaterFacts.RATER_MEAN, MARK,
            RaterFacts.UNIT_MEAN, MARK);
    private static final Set<String> SOMETIMES = Set.of(RaterFacts.RATER_MEAN, RaterFacts.UNIT_MEAN);

    private final FormulaDescriptor formula;
    private final Map<String, Indicator> indicators;
    private final ParameterSchema parameters;

    CelInputs(FormulaDescriptor formula, Map<String, Indicator> indicators, ParameterSchema parameters) {
        this.formula = formula;
        this.indicators = indicators;
        this.parameters = parameters;
    }

    /** NH and NP, as far as the formula needs them. */
    Map<String, Range> kernel() {
        Map<String, Range> steps = new LinkedHashMap<>();
        if (formula.needs().contains(Need.RESULTS)) {
            steps.put("NH", SCORE);
        }
        if (formula.needs().contains(Need.BEHAVIOUR)) {
            steps.put("NP", MARK);
        }
        return steps;
    }

    Range range(CelExpr map, CelExpr key) {
        if (map.getKind() != Kind.IDENT) {
            return Range.ANY;
        }
        String name = CelText.literal(key).orElse("");
        return switch (map.ident().name()) {
            case CelScope.ACHIEVEMENT -> SCORE;
            case CelScope.MARK -> MARK;
            case CelScope.PARAMETER -> parameters.range(name);
            case CelScope.FACT -> formula.subject() == Subject.RATER
                    ? RATER_FACTS.getOrDefault(name, Range.ANY) : Range.ANY;
            default -> Range.ANY;
        };
    }

    /** What is wrong with reading {@code map[key]} here; empty when it is there for sure. */
    Optional<CelSafety.Finding> flaw(CelExpr map, CelExpr key, Known known) {
        if (map.getKind() != Kind.IDENT || !CelScope.MAPS.contains(map.ident().name())) {
            return Optional.empty();
        }
        String text = text(map, key);
        Optional<String> literal = CelText.literal(key);
        if (known.present().contains(text) || literal.isPresent() && isAlwaysThere(map.ident().name(), literal.get())) {
            return Optional.empty();
        }
        if (literal.isEmpty()) {
            return Optional.of(new CelSafety.Finding("reads " + text + " by a name made while computing",
                    "write the name in quotes"));
        }
        return Optional.of(new CelSafety.Finding("reads " + text + ", which is absent when it was left out",
                "ask first: '" + literal.get() + "' in " + map.ident().name() + " ? … : …; a refusal that refuses such"
                        + " people will do"));
    }

    /** What is known besides where the map holds the key. */
    Known present(CelExpr map, CelExpr key, Known known) {
        return map.getKind() == Kind.IDENT ? present(map.ident().name(), CelText.of(key), known) : known;
    }

    /** As {@link #present(CelExpr, CelExpr, Known)}, with the variable of a loop over the map. */
    Known present(CelExpr map, String variable, Known known) {
        return map.getKind() == Kind.IDENT ? present(map.ident().name(), variable, known) : known;
    }

    /** What an expression reads with a literal key, as {@code Step.inputs} names it. */
    String reference(String map, String key) {
        return switch (map) {
            case CelScope.ACHIEVEMENT -> "achievement." + key;
            case CelScope.VALUE -> key;
            case CelScope.PARAMETER -> "parameter." + key;
            case CelScope.MARK -> "mark." + key;
            default -> "fact." + key;
        };
    }

    /** What is wrong with the name of a key, wherever it is asked for. */
    Optional<CelSafety.Finding> unknown(String map, String key) {
        return switch (map) {
            case CelScope.ACHIEVEMENT, CelScope.VALUE -> unknown(indicators.keySet(), key, "indicator",
                    "add it to " + IndicatorTable.FILE + ", or correct the code");
            case CelScope.PARAMETER -> parameters.hasNumber(key) ? Optional.empty() : unknown(parameters.numeric(), key,
                    "numeric parameter", "add it to " + ParameterSchema.FILE);
            case CelScope.MARK -> unknown(MARKS, key, "value of conduct", "write one of " + new TreeSet<>(MARKS));
            default -> formula.subject() == Subject.RATER ? unknown(RATER_FACTS.keySet(), key, "fact about a rater",
                    "write one of " + new TreeSet<>(RATER_FACTS.keySet())) : Optional.empty();
        };
    }

    /** Whether something a flag speaks about is an indicator or a value of conduct. */
    boolean knows(String about) {
        return indicators.containsKey(about) || MARKS.contains(about);
    }

    private Known present(String map, String key, Known known) {
        Known more = known.withPresent(map + "[" + key + "]");
        if (map.equals(CelScope.ACHIEVEMENT)) {
            return more.withPresent(CelScope.VALUE + "[" + key + "]");
        }
        return map.equals(CelScope.VALUE) && isMeasured(key.replace("'", ""))
                ? more.withPresent(CelScope.ACHIEVEMENT + "[" + key + "]") : more;
    }

    /** A value of the plan has a target; one beside it has one when a parameter says so. */
    private boolean isMeasured(String code) {
        return indicators.containsKey(code) && (!formula.extraIndicators().contains(code)
                || parameters.numeric().contains(Kernel.TARGET + code)
                || indicators.get(code).direction() == Direction.ZERO);
    }

    private boolean isAlwaysThere(String map, String key) {
        return switch (map) {
            case CelScope.PARAMETER -> true;
            case CelScope.MARK -> formula.needs().contains(Need.BEHAVIOUR);
            case CelScope.FACT -> formula.subject() == Subject.RATER && !SOMETIMES.contains(key);
            default -> false;
        };
    }

    private static String text(CelExpr map, CelExpr key) {
        return map.ident().name() + "[" + CelText.of(key) + "]";
    }

    private static Optional<CelSafety.Finding> unknown(Set<String> known, String key, String what, String remedy) {
        return known.contains(key) ? Optional.empty()
                : Optional.of(new CelSafety.Finding("unknown " + what + " " + key, remedy));
    }
}

package id.capaian.plugin.engine;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Follows an expression with what is known of its numbers, and finds what would fail only while people are scored: a
 * division that can be by zero, a value that can be absent, a number beyond any score.
 */
final class CelSafety {

    /** Something found: what is wrong, and the remedy. */
    record Finding(String what, String remedy) {
    }

    private static final Range LITERAL_DECIMALS = Range.of("0", "8");
    private static final Set<String> SINGLE_TARGETS = Set.of("MAX", "MIN", "ZERO");

    private final CelInputs inputs;
    private final Map<String, Range> steps;
    private final Set<Finding> findings = new LinkedHashSet<>();

    /** For one expression, which may name these steps. */
    CelSafety(CelInputs inputs, Map<String, Range> steps) {
        this.inputs = inputs;
        this.steps = steps;
    }

    /** What was found so far, each thing once. */
    Set<Finding> findings() {
        return findings;
    }

    /** Between which numbers the expression lies; what is wrong with it is found on the way. */
    Range range(CelExpr expression, Known known) {
        Range range = switch (expression.getKind()) {
            case CONSTANT -> constant(expression.constant());
            case IDENT -> steps.getOrDefault(expression.ident().name(), Range.ANY);
            case CALL -> call(expression.call(), known);
            case LIST -> each(expression.list().elements(), known).reduce(Range::join).orElse(Range.ANY);
            case COMPREHENSION -> loop(expression.comprehension(), known);
            default -> Range.ANY;
        };
        return range.meet(known.range(CelText.of(expression)));
    }

    /** What is known besides where the condition holds, or where it does not. */
    Known assume(CelExpr condition, boolean holds, Known known) {
        if (condition.getKind() != Kind.CALL) {
            return known;
        }
        List<CelExpr> arguments = condition.call().args();
        String function = condition.call().function();
        return switch (function) {
            case "!_" -> assume(arguments.get(0), !holds, known);
            case "_&&_", "_||_" -> function.equals("_&&_") == holds
                    ? assume(arguments.get(1), holds, assume(arguments.get(0), holds, known)) : known;
            case "@in" -> holds ? inputs.present(arguments.get(1), arguments.get(0), known) : known;
            case "_<_", "_>=_" -> below(condition.call(), function.equals("_<_") == holds, true, known);
            case "_<=_", "_>_" -> below(condition.call(), function.equals("_<=_") == holds, false, known);
            default -> known;
        };
    }

    /**
     * The left side is below the right one, or the other way round.
     *
     * @param strictly that the side written first as smaller is really smaller; turned round, it may be equal
     */
    private Known below(CelCall comparison, boolean leftBelow, boolean strictly, Known known) {
        CelExpr smaller = comparison.args().get(leftBelow ? 0 : 1);
        CelExpr larger = comparison.args().get(leftBelow ? 1 : 0);
        boolean open = strictly == leftBelow;
        Range of = range(smaller, known);
        Range than = range(larger, known);
        return known
                .with(CelText.of(smaller), new Range(null, false, than.high(), open || than.highOpen()))
                .with(CelText.of(larger), new Range(of.low(), open || of.lowOpen(), null, false));
    }

    private Range constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case INT64_VALUE -> Range.exactly(BigDecimal.valueOf(constant.int64Value()));
            case DOUBLE_VALUE -> literal(BigDecimal.valueOf(constant.doubleValue()));
            default -> Range.ANY;
        };
    }

    private Range literal(BigDecimal number) {
        if (Json.isHuge(number)) {
            find("has a number with more digits than a score can need", "write a number people can read");
            return Range.ANY;
        }
        return Range.exactly(number);
    }

    private Range call(CelCall call, Known known) {
        List<CelExpr> arguments = call.args();
        return switch (call.function()) {
            case "_?_:_" -> choice(call, known);
            case "_&&_", "_||_" -> {
                range(arguments.get(0), known);
                range(arguments.get(1), assume(arguments.get(0), call.function().equals("_&&_"), known));
                yield Range.ANY;
            }
            case "_[_]" -> lookup(arguments.get(0), arguments.get(1), known);
            case "_/_" -> quotient(arguments.get(0), arguments.get(1), known);
            case "_+_" -> range(arguments.get(0), known).plus(range(arguments.get(1), known));
            case "_-_" -> range(arguments.get(0), known).plus(range(arguments.get(1), known).negated());
            case "_*_" -> range(arguments.get(0), known).times(range(arguments.get(1), known));
            case "-_" -> range(arguments.get(0), known).negated();
            case "min" -> range(arguments.get(0), known).min(range(arguments.get(1), known));
            case "max" -> range(arguments.get(0), known).max(range(arguments.get(1), known));
            case "dec" -> decimal(arguments.get(0), known);
            case "round" -> rounded(arguments, known);
            case "sum", "avg" -> numbers(call.target().orElseThrow(), call.function().equals("avg"), known);
            case "achieve" -> achievement(arguments, known);
            default -> {
                call.target().ifPresent(target -> range(target, known));
                arguments.forEach(argument -> range(argument, known));
                yield Range.ANY;
            }
        };
    }

    private Range choice(CelCall call, Known known) {
        CelExpr condition = call.args().get(0);
        range(condition, known);
        return range(call.args().get(1), assume(condition, true, known))
                .join(range(call.args().get(2), assume(condition, false, known)));
    }

    private Range lookup(CelExpr map, CelExpr key, Known known) {
        inputs.flaw(map, key, known).ifPresent(findings::add);
        return inputs.range(map, key);
    }

    private Range quotient(CelExpr number, CelExpr by, Known known) {
        Range numerator = range(number, known);
        Range divisor = range(by, known);
        if (!divisor.excludesZero()) {
            String text = CelText.of(by);
            find("divides by " + text + ", which can be 0", "ask first: " + text + " > 0 ? … : …; a refusal that"
                    + " refuses such people will do, or a parameter with a \"minimum\" above 0");
            return Range.ANY;
        }
        return numerator.over(divisor);
    }

    private Range decimal(CelExpr argument, Known known) {
        Optional<String> text = CelText.literal(argument);
        if (text.isPresent()) {
            try {
                return literal(new BigDecimal(text.get()));
            } catch (NumberFormatException e) {
                find("has dec('" + text.get() + "'), which is no number", "write it like dec('0.85')");
                return Range.ANY;
            }
        }
        if (argument.getKind() == Kind.IDENT && !steps.containsKey(argument.ident().name())) {
            find("has dec(" + argument.ident().name() + ") of a name", "write the number in quotes");
        }
        return range(argument, known);
    }

    private Range rounded(List<CelExpr> arguments, Known known) {
        Range number = range(arguments.get(0), known);
        if (arguments.size() == 1) {
            return number.rounded(2);
        }
        CelExpr decimals = arguments.get(1);
        Range places = range(decimals, known);
        if (decimals.getKind() != Kind.CONSTANT || !places.meet(LITERAL_DECIMALS).equals(places)) {
            find("rounds to " + CelText.of(decimals) + " decimals", "write 0 to 8");
            return Range.ANY;
        }
        return number.rounded(places.low().intValueExact());
    }

    private Range numbers(CelExpr list, boolean mean, Known known) {
        if (list.getKind() == Kind.CALL && list.call().function().equals("_?_:_")) {
            CelExpr condition = list.call().args().get(0);
            range(condition, known);
            return numbers(list.call().args().get(1), mean, assume(condition, true, known))
                    .join(numbers(list.call().args().get(2), mean, assume(condition, false, known)));
        }
        if (list.getKind() != Kind.LIST) {
            find("counts over something other than a list", "write the numbers out: [NH, NP].avg()");
            return Range.ANY;
        }
        List<CelExpr> elements = list.list().elements();
        if (elements.isEmpty() && mean) {
            find("takes the mean of nothing, a division by 0", "name the numbers: [NH, NP].avg()");
            return Range.ANY;
        }
        return each(elements, known).reduce(mean ? Range::join : Range::plus).orElse(Range.exactly(BigDecimal.ZERO));
    }

    private Range achievement(List<CelExpr> arguments, Known known) {
        arguments.forEach(argument -> range(argument, known));
        String direction = CelText.literal(arguments.get(0)).orElse("");
        if (!SINGLE_TARGETS.contains(direction)) {
            find("achieves in no direction: " + CelText.of(arguments.get(0)), "write 'MAX', 'MIN' or 'ZERO'");
        } else if (!direction.equals("ZERO") && !range(arguments.get(2), known).isPositive()) {
            String target = CelText.of(arguments.get(2));
            find("measures against the target " + target + ", which can be 0 (a division by 0) or below",
                    "ask first: " + target + " > 0 ? … : …, or give the parameter a \"minimum\" above 0");
        }
        return Range.of("0", "120");
    }

    private Range loop(CelComprehension loop, Known known) {
        range(loop.iterRange(), known);
        range(loop.accuInit(), known);
        Known inside = inputs.present(loop.iterRange(), loop.iterVar(), known);
        range(loop.loopCondition(), inside);
        range(loop.loopStep(), inside);
        return range(loop.result(), known);
    }

    private Stream<Range> each(List<CelExpr> elements, Known known) {
        return elements.stream().map(element -> range(element, known));
    }

    private void find(String what, String remedy) {
        findings.add(new Finding(what, remedy));
    }
}

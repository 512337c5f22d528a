package id.capaian.plugin.engine;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import id.capaian.plugin.api.BehaviourValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compiles one formula's expressions and refuses what cannot work before anybody is scored with it. */
final class CelChecker {

    private static final int MOST_NODES = 300;
    private static final String ADD_INDICATOR = "add it to indicators.csv, or correct the code";
    private static final Set<String> MARKS =
            Arrays.stream(BehaviourValue.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final String file;
    private final String text;
    private final Set<String> indicators;
    private final Set<String> parameters;
    private final CelLanguage language;
    private final Problems problems;

    CelChecker(String file, String text, Set<String> indicators, Set<String> parameters, CelLanguage language,
            Problems problems) {
        this.file = file;
        this.text = text;
        this.indicators = indicators;
        this.parameters = parameters;
        this.language = language;
        this.problems = problems;
    }

    /** A number; empty after a problem was noted. */
    Optional<CelExpression> number(String where, String source, Set<String> steps, Set<String> later) {
        return compile(where, source, steps, later, false);
    }

    /** True or false; empty after a problem was noted. */
    Optional<CelExpression> truth(String where, String source, Set<String> steps) {
        return compile(where, source, steps, Set.of(), true);
    }

    private Optional<CelExpression> compile(
            String where, String source, Set<String> steps, Set<String> later, boolean wantsTruth) {
        int line = line(source);
        CelCompiler compiler = language.compiler(steps);
        CelValidationResult result = compiler.compile(source);
        if (result.hasError()) {
            for (CelIssue issue : result.getErrors()) {
                note(where, line, issue.getMessage(), remedy(issue.getMessage(), later));
            }
            return Optional.empty();
        }
        try {
            CelAbstractSyntaxTree ast = result.getAst();
            if (!rightType(ast.getResultType(), wantsTruth)) {
                note(where, line, "gives " + typeName(ast.getResultType()),
                        wantsTruth ? "write a comparison" : "write a number");
                return Optional.empty();
            }
            List<String> inputs = inputs(where, line, ast, steps);
            return Optional.of(new CelExpression(source, language.runtime().createProgram(ast), inputs));
        } catch (CelValidationException | CelEvaluationException e) {
            note(where, line, e.getMessage(), "correct the expression");
            return Optional.empty();
        }
    }

    private int line(String source) {
        return Problems.lineOf(text, source.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private void note(String where, int line, String what, String remedy) {
        problems.add(file, line, where + ": " + what.strip(), remedy);
    }

    private static String remedy(String message, Set<String> later) {
        for (String name : later) {
            if (message.contains("'" + name + "'")) {
                return "step " + name + " is made later or needs this one (cycle): a step uses only earlier steps";
            }
        }
        if (message.contains("no matching overload")) {
            return "arithmetic is for decimals only: write dec(10) / 4, compare with >= and <=";
        }
        if (message.contains("input '") || message.contains("token recognition")) {
            return "correct the syntax";
        }
        return "name a step made before, or one of c[code], v[code], m[value], p[parameter], f[fact]";
    }

    private static boolean rightType(CelType type, boolean wantsTruth) {
        return wantsTruth ? type.equals(SimpleType.BOOL)
                : type.equals(CelLanguage.DECIMAL) || type.equals(SimpleType.INT) || type.equals(SimpleType.DOUBLE);
    }

    private static String typeName(CelType type) {
        return type.equals(SimpleType.BOOL) ? "true or false" : "a " + type.name();
    }

    private List<String> inputs(String where, int line, CelAbstractSyntaxTree ast, Set<String> steps) {
        List<CelNavigableExpr> nodes = CelNavigableAst.fromAst(ast).getRoot().allNodes().toList();
        if (nodes.size() > MOST_NODES) {
            note(where, line, "is too large for people to follow", "split it into named steps");
        }
        if (nodes.stream().filter(node -> node.getKind() == Kind.COMPREHENSION).count() > 1) {
            note(where, line, "has more than one loop", "split it into named steps");
        }
        Set<String> inputs = new TreeSet<>();
        for (CelNavigableExpr node : nodes) {
            if (node.getKind() == Kind.CALL) {
                lookup(node.expr()).ifPresent(lookup -> inputs.add(reference(where, line, lookup)));
            }
            if (node.getKind() == Kind.IDENT && steps.contains(node.expr().ident().name())) {
                inputs.add(node.expr().ident().name());
            }
        }
        return List.copyOf(inputs);
    }

    /** A map of the input asked with a literal key: {@code c['X']} or {@code 'X' in c}. */
    private record Lookup(String map, String key) {
    }

    private static Optional<Lookup> lookup(CelExpr call) {
        List<CelExpr> arguments = call.call().args();
        if (arguments.size() != 2) {
            return Optional.empty();
        }
        boolean index = call.call().function().equals("_[_]");
        boolean in = call.call().function().equals("@in");
        if (!index && !in) {
            return Optional.empty();
        }
        CelExpr map = arguments.get(index ? 0 : 1);
        CelExpr key = arguments.get(index ? 1 : 0);
        boolean literal = key.getKind() == Kind.CONSTANT && key.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return map.getKind() == Kind.IDENT && CelScope.MAPS.contains(map.ident().name()) && literal
                ? Optional.of(new Lookup(map.ident().name(), key.constant().stringValue())) : Optional.empty();
    }

    private String reference(String where, int line, Lookup lookup) {
        String key = lookup.key();
        return switch (lookup.map()) {
            case CelScope.ACHIEVEMENT -> {
                refuseUnknown(where, line, indicators, key, "indicator", ADD_INDICATOR);
                yield "achievement." + key;
            }
            case CelScope.VALUE -> {
                refuseUnknown(where, line, indicators, key, "indicator", ADD_INDICATOR);
                yield key;
            }
            case CelScope.PARAMETER -> {
                refuseUnknown(where, line, parameters, key, "numeric parameter", "add it to parameters.schema.json");
                yield "parameter." + key;
            }
            case CelScope.MARK -> {
                refuseUnknown(where, line, MARKS, key, "value of conduct", "write one of " + new TreeSet<>(MARKS));
                yield "mark." + key;
            }
            default -> "fact." + key;
        };
    }

    private void refuseUnknown(String where, int line, Set<String> known, String key, String what, String remedy) {
        if (!known.contains(key)) {
            note(where, line, "unknown " + what + " " + key, remedy);
        }
    }
}

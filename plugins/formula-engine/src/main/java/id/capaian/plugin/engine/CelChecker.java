package id.capaian.plugin.engine;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Compiles one formula's expressions, in the order they are evaluated, and refuses what cannot work before anybody is
 * scored with it.
 */
final class CelChecker {

    private static final int MOST_NODES = 300;
    private static final int MOST_NODES_TOGETHER = 3_000;

    /**
     * Where an expression is written.
     *
     * @param container object it is a member of
     * @param member    name of the member
     * @param what      what it is, for people: {@code step NR}
     */
    record Place(JsonNode container, String member, String what) {

        String source() {
            return Json.text(container, member);
        }
    }

    /** A compiled expression, with what its numbers are known to be. */
    private record Checked(CelExpression expression, CelExpr root, Range range) {
    }

    private final JsonFile file;
    private final CelInputs inputs;
    private final CelLanguage language;
    private final Problems problems;
    private final Map<String, Range> steps;
    private Known known = Known.NOTHING;
    private int nodes;

    CelChecker(JsonFile file, CelInputs inputs, CelLanguage language, Problems problems) {
        this.file = file;
        this.inputs = inputs;
        this.language = language;
        this.problems = problems;
        this.steps = inputs.kernel();
    }

    /** Names of the steps made so far. */
    Set<String> steps() {
        return Set.copyOf(steps.keySet());
    }

    /** The ceiling of an achievement; it is looked at only where that achievement is there. */
    Optional<CelExpression> ceiling(Place place, String indicator) {
        Known there = known.withPresent("c['" + indicator + "']").withPresent("v['" + indicator + "']");
        return compile(place, false, Map.of(), there).map(Checked::expression);
    }

    /** A refusal: what comes after it is made only where it did not refuse. */
    Optional<CelExpression> refusal(Place place) {
        Optional<Checked> checked = compile(place, true, steps, known);
        checked.ifPresent(refusal ->
                known = new CelSafety(inputs, steps).assume(refusal.root(), false, known));
        return checked.map(Checked::expression);
    }

    /** A step; what comes after it may name it. */
    Optional<CelExpression> step(Place place, String name) {
        Optional<Checked> checked = compile(place, false, steps, known);
        steps.put(name, checked.map(step -> step.range().rounded(2)).orElse(Range.ANY));
        return checked.map(Checked::expression);
    }

    /** A step that is wrong elsewhere: what comes after it may name it all the same. */
    void skip(String name) {
        steps.putIfAbsent(name, Range.ANY);
    }

    /** True or false. */
    Optional<CelExpression> condition(Place place) {
        return compile(place, true, steps, known).map(Checked::expression);
    }

    private Optional<Checked> compile(Place place, boolean wantsTruth, Map<String, Range> names, Known here) {
        String source = place.source();
        CelValidationResult result = language.compiler(names.keySet()).compile(source);
        if (result.hasError()) {
            result.getErrors().forEach(issue ->
                    note(place, CelIssues.what(issue, source), CelIssues.remedy(issue, source)));
            return Optional.empty();
        }
        try {
            CelAbstractSyntaxTree ast = result.getAst();
            CelExpr root = ast.getExpr();
            if (!rightType(ast.getResultType(), wantsTruth)) {
                note(place, "gives " + CelIssues.typeName(ast.getResultType()),
                        wantsTruth ? "write a comparison" : "write a number");
                return Optional.empty();
            }
            if (!isSmall(place, root)) {
                return Optional.empty();
            }
            CelSafety safety = new CelSafety(inputs, names);
            Range range = safety.range(root, here);
            safety.findings().forEach(finding -> note(place, finding.what(), finding.remedy()));
            List<String> reads = reads(place, root, names.keySet());
            return Optional.of(
                    new Checked(new CelExpression(source, language.runtime().createProgram(ast), reads), root, range));
        } catch (CelValidationException | CelEvaluationException e) {
            note(place, String.valueOf(e.getMessage()), "correct the expression");
            return Optional.empty();
        }
    }

    private void note(Place place, String what, String remedy) {
        file.note(problems, place.container(), place.member(), place.what() + ": " + what.strip(), remedy);
    }

    private static boolean rightType(CelType type, boolean wantsTruth) {
        return wantsTruth ? type.equals(SimpleType.BOOL)
                : type.equals(CelLanguage.DECIMAL) || type.equals(SimpleType.INT) || type.equals(SimpleType.DOUBLE);
    }

    /** What takes a machine long to compute takes people long to follow. */
    private boolean isSmall(Place place, CelExpr root) {
        List<CelNavigableExpr> all = CelNavigableExpr.fromExpr(root).allNodes().toList();
        long loops = all.stream().filter(node -> node.getKind() == Kind.COMPREHENSION).count();
        nodes += all.size();
        if (all.size() > MOST_NODES) {
            note(place, "is too large for people to follow", "split it into named steps");
        } else if (loops > 1) {
            note(place, "has more than one loop", "split it into named steps");
        } else if (nodes > MOST_NODES_TOGETHER) {
            note(place, "makes the formula too large for people to follow", "make it of fewer and shorter steps");
        } else {
            return true;
        }
        return false;
    }

    /** What the expression reads, as {@code Step.inputs} names it; a key nobody knows is noted. */
    private List<String> reads(Place place, CelExpr root, Set<String> names) {
        Set<String> reads = new TreeSet<>();
        CelNavigableExpr.fromExpr(root).allNodes().forEach(node -> {
            CelExpr expression = node.expr();
            if (node.getKind() == Kind.IDENT && names.contains(expression.ident().name())) {
                reads.add(expression.ident().name());
            } else if (node.getKind() == Kind.CALL && expression.call().args().size() == 2) {
                List<CelExpr> arguments = expression.call().args();
                switch (expression.call().function()) {
                    case "_[_]" -> reads.addAll(read(place, arguments.get(0), arguments.get(1)));
                    case "@in" -> reads.addAll(read(place, arguments.get(1), arguments.get(0)));
                    default -> {
                        // names nothing of the input
                    }
                }
            }
        });
        return List.copyOf(reads);
    }

    private Set<String> read(Place place, CelExpr map, CelExpr key) {
        Optional<String> literal = CelText.literal(key);
        if (map.getKind() != Kind.IDENT || !CelScope.MAPS.contains(map.ident().name()) || literal.isEmpty()) {
            return Set.of();
        }
        String name = map.ident().name();
        inputs.unknown(name, literal.get()).ifPresent(unknown -> note(place, unknown.what(), unknown.remedy()));
        return Set.of(inputs.reference(name, literal.get()));
    }
}

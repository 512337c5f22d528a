package id.capaian.plugin.engine;

import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the steps of a formula can be made one after the other, each of those before it. */
final class StepOrder {

    private final CelLanguage language;
    private final Map<String, Set<String>> uses = new LinkedHashMap<>();
    private final List<String> order;

    /**
     * Which step uses which.
     *
     * @param expressions by name of the step, in the order they are written
     */
    StepOrder(CelLanguage language, Map<String, String> expressions) {
        this.language = language;
        this.order = List.copyOf(expressions.keySet());
        expressions.forEach((name, source) -> uses.put(name, names(source)));
    }

    /** What is wrong with a step's place, and the remedy; empty when it uses earlier steps only. */
    Optional<CelSafety.Finding> flaw(String step) {
        int at = order.indexOf(step);
        for (String used : uses.getOrDefault(step, Set.of())) {
            if (order.indexOf(used) < at) {
                continue;
            }
            List<String> way = new ArrayList<>();
            if (leadsBack(used, step, way, new LinkedHashSet<>())) {
                String circle = step + " → " + String.join(" → ", way);
                return Optional.of(new CelSafety.Finding("needs itself: " + circle + " (cycle)",
                        "make one of them without the others"));
            }
            return Optional.of(new CelSafety.Finding("uses " + used + ", which is made later",
                    "write step " + used + " before step " + step));
        }
        return Optional.empty();
    }

    private boolean leadsBack(String from, String to, List<String> way, Set<String> seen) {
        way.add(from);
        if (from.equals(to)) {
            return true;
        }
        if (seen.add(from)) {
            for (String next : uses.getOrDefault(from, Set.of())) {
                if (leadsBack(next, to, way, seen)) {
                    return true;
                }
            }
        }
        way.remove(way.size() - 1);
        return false;
    }

    private Set<String> names(String source) {
        CelValidationResult parsed = language.compiler(List.of()).parse(source);
        if (parsed.hasError()) {
            return Set.of();
        }
        try {
            Set<String> names = new LinkedHashSet<>();
            CelNavigableExpr.fromExpr(parsed.getAst().getExpr()).allNodes()
                    .filter(node -> node.getKind() == Kind.IDENT)
                    .map(node -> node.expr().ident().name()).filter(order::contains).forEach(names::add);
            return names;
        } catch (CelValidationException e) {
            return Set.of();
        }
    }
}

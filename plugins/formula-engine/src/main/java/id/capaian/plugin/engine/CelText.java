package id.capaian.plugin.engine;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parts of an expression as text: equal parts give equal texts, and people can read them. */
final class CelText {

    private CelText() {
    }

    static String of(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> constant(expression.constant());
            case IDENT -> expression.ident().name();
            case CALL -> call(expression.call());
            case LIST -> expression.list().elements().stream().map(CelText::of)
                    .collect(Collectors.joining(", ", "[", "]"));
            default -> "(" + expression.getKind() + " " + expression.id() + ")";
        };
    }

    /** The text in quotes, when the part is one: {@code 'SMD.SAT'}. */
    static Optional<String> literal(CelExpr expression) {
        return expression.getKind() == Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expression.constant().stringValue()) : Optional.empty();
    }

    private static String constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case INT64_VALUE -> String.valueOf(constant.int64Value());
            case DOUBLE_VALUE -> String.valueOf(constant.doubleValue());
            case STRING_VALUE -> "'" + constant.stringValue() + "'";
            case BOOLEAN_VALUE -> String.valueOf(constant.booleanValue());
            default -> constant.toString();
        };
    }

    private static String call(CelCall call) {
        String name = call.function();
        if (name.equals("_[_]")) {
            return of(call.args().get(0)) + "[" + of(call.args().get(1)) + "]";
        }
        if (name.equals("_?_:_")) {
            return "(" + of(call.args().get(0)) + " ? " + of(call.args().get(1)) + " : " + of(call.args().get(2)) + ")";
        }
        if (name.startsWith("_") && name.endsWith("_") && call.args().size() == 2) {
            return "(" + of(call.args().get(0)) + " " + name.substring(1, name.length() - 1) + " "
                    + of(call.args().get(1)) + ")";
        }
        String target = call.target().map(on -> of(on) + ".").orElse("");
        return call.args().stream().map(CelText::of).collect(Collectors.joining(", ", target + name + "(", ")"));
    }
}

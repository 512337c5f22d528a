package id.capaian.plugin.engine;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.util.List;

/**
 * A compiled expression of a formula. Thread-safe.
 *
 * @param source  as the author wrote it
 * @param program compiled
 * @param inputs  what it reads, as {@code Step.inputs} names it
 */
record CelExpression(String source, CelRuntime.Program program, List<String> inputs) {

    BigDecimal number(CelScope scope) {
        return CelLanguage.number(evaluate(scope));
    }

    boolean truth(CelScope scope) {
        Object value = evaluate(scope);
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new IllegalArgumentException("\"" + source + "\" gave no true or false");
    }

    private Object evaluate(CelScope scope) {
        try {
            return program.eval(scope.variables());
        } catch (CelEvaluationException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new IllegalArgumentException("\"" + source + "\" cannot be computed: " + cause.getMessage(), e);
        }
    }
}

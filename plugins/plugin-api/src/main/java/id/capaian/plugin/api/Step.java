package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One named step of a formula: the explanation people see, stored with the score.
 *
 * <p>Example: {@code NH_part}, "70% nilai hasil", {@code 0.70 × NH}, 65.84 points, from {@code NH}.
 *
 * @param name       unique inside an outcome: {@code achievement.<code>}, {@code term.<code>}, {@code NH}, {@code NP}
 *                   and a pack's own
 * @param label      what people call it
 * @param expression how it was made, in terms of {@code inputs} and numbers
 * @param value      rounded HALF_UP to two decimals; later steps were made from this very number
 * @param unit       what the value is counted in
 * @param inputs     names of the steps, or codes of the indicators, it was made from
 * @param note       why it is not what one expects (a limit applied, a part moved); null when nothing is to be said
 */
public record Step(
        String name,
        LocalizedText label,
        String expression,
        BigDecimal value,
        StepUnit unit,
        List<String> inputs,
        @Nullable LocalizedText note) {

    public Step {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(expression, "expression");
        Bounded.computed("step " + name, value);
        Objects.requireNonNull(unit, "unit");
        inputs = List.copyOf(inputs);
    }
}

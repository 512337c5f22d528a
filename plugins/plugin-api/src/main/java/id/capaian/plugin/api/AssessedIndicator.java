package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An indicator after the kernel looked at its reading: does it count, and how far was the target reached.
 *
 * <p>Example: SMD.RSP of 30 hours against 24 counts and achieved 75.00; without a value it is left out as MISSING.
 *
 * @param indicator   as the pack describes it
 * @param input       as it was given
 * @param value       the reading's value when it counts, else null
 * @param target      the target used: of the plan, or the parameter {@code target.<code>}
 * @param achievement percent of the target, 0..120, two decimals; null when left out or when there is no target
 * @param leftOut     why it does not count; null when it counts
 * @param limited     why the achievement was limited by the pack; null when it was not
 */
public record AssessedIndicator(
        Indicator indicator,
        IndicatorInput input,
        @Nullable BigDecimal value,
        Target target,
        @Nullable BigDecimal achievement,
        @Nullable Flag leftOut,
        @Nullable Flag limited) {

    /** The indicator's code. */
    public String code() {
        return indicator.code();
    }

    /** Whether it carries weight in the results score. */
    public boolean inSet() {
        return input.weight() != null;
    }

    /** Whether its reading counts. */
    public boolean counts() {
        return leftOut == null;
    }

    /**
     * weight × achievement / 100, rounded; null when left out or in no set.
     */
    public @Nullable BigDecimal term() {
        return input.weight() == null || achievement == null
                ? null : Kernel.round(input.weight().multiply(achievement).movePointLeft(2));
    }

    /**
     * The same indicator with its achievement limited from above. Nothing happens when it is lower already.
     *
     * @param ceiling percent
     * @param why     what people are told when the limit bites
     */
    AssessedIndicator limitedTo(BigDecimal ceiling, LocalizedText why) {
        if (achievement == null || achievement.compareTo(ceiling) <= 0) {
            return this;
        }
        Flag flag = new Flag(Flag.Code.CAPPED, code(), why);
        return new AssessedIndicator(indicator, input, value, target, Kernel.round(ceiling), leftOut, flag);
    }

    Step achievementStep() {
        return new Step("achievement." + code(), indicator.name(), Words.achievement(input.direction(), target),
                Objects.requireNonNull(achievement), StepUnit.PERCENT, List.of(code()),
                limited == null ? null : limited.text());
    }

    Step termStep() {
        BigDecimal weight = Objects.requireNonNull(input.weight());
        return new Step("term." + code(), Words.weighted(indicator.name()),
                weight.stripTrailingZeros().toPlainString() + "% × achievement." + code(),
                Objects.requireNonNull(term()), StepUnit.POINTS, List.of("achievement." + code()), null);
    }
}

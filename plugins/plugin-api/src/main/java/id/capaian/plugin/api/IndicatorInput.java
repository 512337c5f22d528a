package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as a formula gets it: the agreement of the plan and the value of the period.
 *
 * <p>Example: {@code IndicatorInput.inSet(indicator, new BigDecimal("35"), Target.of(new BigDecimal("24")), reading)}.
 *
 * @param code      code of an {@link Indicator} of the pack
 * @param weight    part of 100 in the plan; null for an indicator that is in no set
 * @param direction which way it is better
 * @param target    as agreed in the plan; {@link Target#none()} outside the set, then the parameter
 *                  {@code target.<code>} is used when it exists
 * @param reading   the value of the period, null when there is none: it is left out and flagged, never taken for 0
 */
public record IndicatorInput(
        String code,
        @Nullable BigDecimal weight,
        Direction direction,
        Target target,
        @Nullable IndicatorReading reading) {

    public IndicatorInput {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(target, "target");
        if (weight != null && Bounded.given(code + ": weight", weight).signum() <= 0) {
            throw new IllegalArgumentException(code + ": weight must be above 0, is " + weight);
        }
    }

    /** An indicator of the plan's set. */
    public static IndicatorInput inSet(
            Indicator indicator, BigDecimal weight, Target target, @Nullable IndicatorReading reading) {
        return new IndicatorInput(indicator.code(), weight, indicator.direction(), target, reading);
    }

    /** An indicator the formula reads beside the set. */
    public static IndicatorInput beside(Indicator indicator, @Nullable IndicatorReading reading) {
        return new IndicatorInput(indicator.code(), null, indicator.direction(), Target.none(), reading);
    }
}

package id.capaian.plugin.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed for an indicator, in the unit of the indicator: one number, a range, or nothing.
 *
 * <p>Example: {@code Target.of(new BigDecimal("24"))} for 24 hours,
 * {@code Target.range(new BigDecimal("36"), new BigDecimal("38"))} for a temperature.
 *
 * @param value the number to reach ({@code MAX}) or to stay under ({@code MIN}); null for ranges and {@code ZERO}
 * @param low   lower edge of a range, inclusive; null unless a range
 * @param high  upper edge of a range, inclusive; null unless a range
 */
public record Target(@Nullable BigDecimal value, @Nullable BigDecimal low, @Nullable BigDecimal high) {

    private static final Target NONE = new Target(null, null, null);

    public Target {
        Bounded.givenOrNull("target", value);
        Bounded.givenOrNull("target", low);
        Bounded.givenOrNull("target", high);
    }

    /** A single number. */
    public static Target of(BigDecimal value) {
        return new Target(value, null, null);
    }

    /** A range with both edges inside. */
    public static Target range(BigDecimal low, BigDecimal high) {
        return new Target(null, low, high);
    }

    /** No number at all: {@link Direction#ZERO}, or an indicator that is read without being measured. */
    public static Target none() {
        return NONE;
    }

    /** Whether there is no number at all. */
    public boolean isNone() {
        return value == null && low == null && high == null;
    }
}

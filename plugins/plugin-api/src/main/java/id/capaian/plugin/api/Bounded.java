package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps numbers to a size a score can need. Writing out, rounding or adding something like 1E+999999999 would fill the
 * memory of the whole server in a single step that nothing can interrupt, so it is refused where it comes in.
 */
final class Bounded {

    private static final int DIGITS_GIVEN = 30;
    private static final int DECIMALS_GIVEN = 20;
    private static final long DIGITS_BEFORE = 40;
    private static final long DIGITS_AFTER = 1_000;

    private Bounded() {
    }

    /**
     * A number somebody gave; stored inputs hold no more.
     *
     * @param what what people call it, for the message
     * @throws IllegalArgumentException when it has more than 30 digits, or lies more than 20 places off the point
     */
    static BigDecimal given(String what, BigDecimal value) {
        Objects.requireNonNull(value, what);
        if (value.precision() > DIGITS_GIVEN || Math.abs((long) value.scale()) > DECIMALS_GIVEN) {
            throw beyond(what);
        }
        return value;
    }

    /**
     * A number that was computed.
     *
     * @param what what people call it, for the message
     * @throws IllegalArgumentException when it has more than 40 digits before the point or 1,000 after it
     */
    static BigDecimal computed(String what, BigDecimal value) {
        Objects.requireNonNull(value, what);
        // where the first digit stands
        if ((long) value.precision() - value.scale() > DIGITS_BEFORE || value.scale() > DIGITS_AFTER) {
            throw beyond(what);
        }
        return value;
    }

    /** As {@link #given}, of a number that may be absent. */
    static void givenOrNull(String what, @Nullable BigDecimal value) {
        if (value != null) {
            given(what, value);
        }
    }

    /** As {@link #computed}, of a number that may be absent. */
    static void computedOrNull(String what, @Nullable BigDecimal value) {
        if (value != null) {
            computed(what, value);
        }
    }

    /** Without the number: the message would be as long as it. */
    private static IllegalArgumentException beyond(String what) {
        return new IllegalArgumentException(what + " has more digits than any score can need");
    }
}

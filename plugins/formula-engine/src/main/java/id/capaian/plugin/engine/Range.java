package id.capaian.plugin.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Between which numbers a part of a formula can lie, as far as that is known before anybody is scored. It may be wider
 * than the truth, never narrower.
 *
 * @param low      lowest; null when there is no lower limit
 * @param lowOpen  whether {@code low} itself is left out
 * @param high     highest; null when there is no upper limit
 * @param highOpen whether {@code high} itself is left out
 */
record Range(@Nullable BigDecimal low, boolean lowOpen, @Nullable BigDecimal high, boolean highOpen) {

    static final Range ANY = new Range(null, false, null, false);

    private static final int MOST_DIGITS = 200;

    Range {
        low = sane(low);
        high = sane(high);
    }

    static Range of(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        return new Range(low, false, high, false);
    }

    static Range of(String low, String high) {
        return of(new BigDecimal(low), new BigDecimal(high));
    }

    static Range exactly(BigDecimal number) {
        return of(number, number);
    }

    static Range atLeast(String low) {
        return of(new BigDecimal(low), null);
    }

    boolean excludesZero() {
        return isPositive() || negated().isPositive();
    }

    boolean isPositive() {
        return low != null && (low.signum() > 0 || low.signum() == 0 && lowOpen);
    }

    /** What lies in both. */
    Range meet(Range other) {
        Range lower = compareLows(this, other) >= 0 ? this : other;
        Range upper = compareLows(negated(), other.negated()) >= 0 ? this : other;
        return new Range(lower.low, lower.lowOpen, upper.high, upper.highOpen);
    }

    /** What lies in one or the other, or between them. */
    Range join(Range other) {
        Range lower = compareLows(this, other) <= 0 ? this : other;
        Range upper = compareLows(negated(), other.negated()) <= 0 ? this : other;
        return new Range(lower.low, lower.lowOpen, upper.high, upper.highOpen);
    }

    Range min(Range other) {
        Range lower = compareLows(this, other) <= 0 ? this : other;
        Range upper = compareLows(negated(), other.negated()) >= 0 ? this : other;
        return new Range(lower.low, lower.lowOpen, upper.high, upper.highOpen);
    }

    Range max(Range other) {
        return negated().min(other.negated()).negated();
    }

    Range negated() {
        return new Range(high == null ? null : high.negate(), highOpen, low == null ? null : low.negate(), lowOpen);
    }

    Range plus(Range other) {
        return new Range(low == null || other.low == null ? null : low.add(other.low), lowOpen || other.lowOpen,
                high == null || other.high == null ? null : high.add(other.high), highOpen || other.highOpen);
    }

    Range times(Range other) {
        if (isNotNegative() && other.isNotNegative()) {
            BigDecimal least = low.multiply(other.low);
            boolean open = least.signum() == 0 ? isPositive() && other.isPositive() : lowOpen || other.lowOpen;
            return new Range(least, open, high == null || other.high == null ? null : high.multiply(other.high), false);
        }
        if (low == null || high == null || other.low == null || other.high == null) {
            return ANY;
        }
        List<BigDecimal> corners = List.of(low.multiply(other.low), low.multiply(other.high),
                high.multiply(other.low), high.multiply(other.high));
        return of(corners.stream().reduce(BigDecimal::min).orElseThrow(),
                corners.stream().reduce(BigDecimal::max).orElseThrow());
    }

    /** The quotient by a divisor that is never 0. */
    Range over(Range divisor) {
        if (!isNotNegative() || !divisor.isPositive()) {
            return ANY;
        }
        BigDecimal least = divisor.high == null ? BigDecimal.ZERO : divide(low, divisor.high, RoundingMode.DOWN);
        BigDecimal most = high == null || divisor.low.signum() == 0
                ? null : divide(high, divisor.low, RoundingMode.UP);
        return new Range(least, least.signum() == 0 && isPositive(), most, false);
    }

    /** After rounding, what was only above 0 can be 0. */
    Range rounded(int decimals) {
        return of(low == null ? null : low.setScale(decimals, RoundingMode.HALF_UP),
                high == null ? null : high.setScale(decimals, RoundingMode.HALF_UP));
    }

    private boolean isNotNegative() {
        return low != null && low.signum() >= 0;
    }

    /** Which begins further down: negative when {@code one} does. */
    private static int compareLows(Range one, Range other) {
        if (one.low == null || other.low == null) {
            return one.low == other.low ? 0 : one.low == null ? -1 : 1;
        }
        int order = one.low.compareTo(other.low);
        return order != 0 ? order : Boolean.compare(one.lowOpen, other.lowOpen);
    }

    private static BigDecimal divide(BigDecimal number, BigDecimal divisor, RoundingMode mode) {
        return number.divide(divisor, new MathContext(16, mode));
    }

    /** Absurd limits are no limits: nobody has to compute with a thousand digits to know that a divisor is not 0. */
    private static @Nullable BigDecimal sane(@Nullable BigDecimal limit) {
        return limit == null || limit.precision() > MOST_DIGITS || Math.abs((long) limit.scale()) > MOST_DIGITS
                ? null : limit;
    }
}

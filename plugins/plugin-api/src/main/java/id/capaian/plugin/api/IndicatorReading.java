package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One value of an indicator, with what is known about how good it is.
 *
 * <p>Example: 83.6 of a survey that 400 of 5,200 people answered, complete, in time, and right in 9 of 10 checks.
 *
 * @param value        in the unit of the indicator
 * @param source       where it came from, e.g. {@code import}, {@code progress}, {@code survey}
 * @param takenAt      when it was taken
 * @param sampleSize   how many answered or were counted; null when it is not a sample
 * @param population   how many were served in the period; null when unknown, then the largest sample is asked for
 * @param completeness 0..1, part of what was due that arrived
 * @param timeliness   0..1, part that arrived in time
 * @param accuracy     0..1, part found right
 */
public record IndicatorReading(
        BigDecimal value,
        String source,
        Instant takenAt,
        @Nullable Long sampleSize,
        @Nullable Long population,
        BigDecimal completeness,
        BigDecimal timeliness,
        BigDecimal accuracy) {

    public IndicatorReading {
        Bounded.given("value", value);
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(takenAt, "takenAt");
        requireShare("completeness", completeness);
        requireShare("timeliness", timeliness);
        requireShare("accuracy", accuracy);
        requireCount("sampleSize", sampleSize);
        requireCount("population", population);
    }

    private static void requireShare(String name, BigDecimal share) {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(name + " must be 0..1, is " + share);
        }
    }

    private static void requireCount(String name, @Nullable Long count) {
        if (count != null && count < 0) {
            throw new IllegalArgumentException(name + " must not be negative, is " + count);
        }
    }
}

package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic every pack shares. Pure functions; every result is rounded HALF_UP to two decimals once, as said.
 *
 * <p>Example: {@code Kernel.achievement(Direction.MIN, Target.of(new BigDecimal("24")), new BigDecimal("30"))} is
 * 75.00.
 *
 * <p>Source of the rules: the platform's kernel of regional formulas ("Kernel shared by all packs"); of the smallest
 * sample: the annex of PermenPANRB 14/2017 (table of Krejcie and Morgan).
 */
public final class Kernel {

    /** 100, the sum of weights and the percent of a target just reached. */
    public static final BigDecimal HUNDRED = new BigDecimal("100");

    /** Highest achievement and score, 120. */
    public static final BigDecimal MAXIMUM = new BigDecimal("120.00");

    /** Name of the parameter with the smallest data quality, 0..1. */
    public static final String MINIMUM_QUALITY = "data-quality.minimum";

    /** Start of the name of parameters that hold a target: {@code target.<indicator code>}. */
    public static final String TARGET = "target.";

    private static final BigDecimal ZERO_PERCENT = new BigDecimal("0.00");
    private static final BigDecimal TWO_HUNDRED = new BigDecimal("200");
    private static final BigDecimal THREE = new BigDecimal("3");
    private static final BigDecimal DEFAULT_QUALITY = new BigDecimal("0.85");

    private Kernel() {
    }

    /**
     * Rounds HALF_UP to two decimals.
     *
     * @throws IllegalArgumentException when the number is beyond any score (more than 40 digits before the point)
     */
    public static BigDecimal round(BigDecimal value) {
        return Bounded.computed("what is rounded", value).setScale(2, RoundingMode.HALF_UP);
    }

    /** Rounds, and keeps the number inside 0..120. */
    public static BigDecimal clamp(BigDecimal value) {
        return round(value).max(ZERO_PERCENT).min(MAXIMUM);
    }

    /**
     * A share of a score, e.g. 0.70 × NH.
     *
     * @param share 0..1
     * @param score points
     * @return points, rounded
     */
    public static BigDecimal share(BigDecimal share, BigDecimal score) {
        return round(share.multiply(score));
    }

    /**
     * The mean, rounded.
     *
     * @throws IllegalArgumentException when there is nothing to take a mean of
     */
    public static BigDecimal mean(List<BigDecimal> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a mean of nothing");
        }
        return values.stream().map(value -> Bounded.computed("a part of a mean", value))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_UP);
    }

    /**
     * How far a target was reached, in percent, 0..120, rounded once.
     *
     * @param direction which way is better
     * @param target    what was agreed
     * @param reading   the value of the period, same unit
     * @throws IllegalArgumentException when the direction does not accept the target
     */
    public static BigDecimal achievement(Direction direction, Target target, BigDecimal reading) {
        if (!direction.accepts(target)) {
            throw new IllegalArgumentException(direction + " has no achievement against " + target);
        }
        Bounded.computed("reading", reading);
        BigDecimal value = target.value();
        BigDecimal low = target.low();
        BigDecimal high = target.high();
        return switch (direction) {
            case MAX -> ratio(reading, value);
            case MIN -> inverse(reading, value);
            case RANGE_MAX -> inside(reading, low, high) ? round(HUNDRED)
                    : ratio(reading, reading.compareTo(low) < 0 ? low : high);
            case RANGE_MIN -> inside(reading, low, high) ? round(HUNDRED)
                    : inverse(reading, reading.compareTo(low) < 0 ? low : high);
            case ZERO -> reading.signum() == 0 ? MAXIMUM : ZERO_PERCENT;
        };
    }

    /**
     * Data quality: (completeness + timeliness + accuracy) / 3, rounded.
     *
     * @return 0..1
     */
    public static BigDecimal dataQuality(IndicatorReading reading) {
        return reading.completeness().add(reading.timeliness()).add(reading.accuracy())
                .divide(THREE, 2, RoundingMode.HALF_UP);
    }

    /**
     * The smallest sample at which answers of citizens count; see {@link MinimumSample}.
     *
     * @param population how many were served; null = unknown, then the largest sample is asked for
     * @return how many must have answered
     */
    public static long minimumSample(@Nullable Long population) {
        return population == null ? MinimumSample.LARGEST : MinimumSample.of(population);
    }

    /**
     * Looks at every indicator of an input: does it count, and what was achieved. Indicators the formula reads beside
     * the set but that were not given are there too, as missing.
     *
     * @param input what was given
     * @param pack  the pack that owns the formula
     * @return the indicators in the pack's order, whatever the order of the input
     * @throws IllegalArgumentException when an indicator or the formula is not of this pack, or a target is refused
     */
    public static Assessment assess(FormulaInput input, PackDescriptor pack) {
        Map<String, Indicator> known = pack.indicatorsByCode();
        for (IndicatorInput given : input.indicators()) {
            if (!known.containsKey(given.code())) {
                throw new IllegalArgumentException(
                        pack.id() + " " + pack.version() + " has no indicator " + given.code());
            }
        }
        FormulaDescriptor formula = pack.formula(input.formulaId()).orElseThrow(
                () -> new IllegalArgumentException(pack.id() + " has no formula " + input.formulaId()));
        List<AssessedIndicator> assessed = new ArrayList<>();
        for (Indicator indicator : known.values()) {
            Optional<IndicatorInput> given = input.indicator(indicator.code());
            if (given.isPresent()) {
                assessed.add(assess(indicator, given.get(), input.parameters()));
            } else if (formula.extraIndicators().contains(indicator.code())) {
                assessed.add(assess(indicator, IndicatorInput.beside(indicator, null), input.parameters()));
            }
        }
        return new Assessment(assessed);
    }

    /** The behaviour score NP of the rater's marks; see {@link BehaviourScore}. */
    public static BehaviourScore behaviour(Map<BehaviourValue, Mark> marks) {
        return BehaviourScore.of(marks);
    }

    private static AssessedIndicator assess(Indicator indicator, IndicatorInput given, Parameters parameters) {
        Target target = target(given, parameters);
        Flag leftOut = leftOut(indicator, given.reading(), parameters);
        if (leftOut != null || given.reading() == null) {
            return new AssessedIndicator(indicator, given, null, target, null, leftOut, null);
        }
        BigDecimal value = given.reading().value();
        boolean measured = given.weight() != null || !target.isNone() || given.direction() == Direction.ZERO;
        BigDecimal achievement = measured ? achievement(given.direction(), target, value) : null;
        return new AssessedIndicator(indicator, given, value, target, achievement, null, null);
    }

    private static Target target(IndicatorInput given, Parameters parameters) {
        String name = TARGET + given.code();
        return given.target().isNone() && parameters.has(name)
                ? Target.of(parameters.decimal(name)) : given.target();
    }

    private static @Nullable Flag leftOut(
            Indicator indicator, @Nullable IndicatorReading reading, Parameters parameters) {
        if (reading == null) {
            return new Flag(Flag.Code.MISSING, indicator.code(), Words.MISSING);
        }
        BigDecimal quality = dataQuality(reading);
        BigDecimal minimum = minimumQuality(indicator, parameters);
        if (quality.compareTo(minimum) < 0) {
            return new Flag(Flag.Code.DATA_QUALITY, indicator.code(), Words.badQuality(quality, minimum));
        }
        if (indicator.sampleRule() == SampleRule.PUBLIC) {
            long needed = minimumSample(reading.population());
            Long sample = reading.sampleSize();
            if (sample == null || sample < needed) {
                return new Flag(Flag.Code.SAMPLE_TOO_SMALL, indicator.code(), Words.sampleTooSmall(sample, needed));
            }
        }
        return null;
    }

    private static BigDecimal minimumQuality(Indicator indicator, Parameters parameters) {
        if (indicator.minimumQuality() != null) {
            return indicator.minimumQuality();
        }
        return parameters.has(MINIMUM_QUALITY) ? parameters.decimal(MINIMUM_QUALITY) : DEFAULT_QUALITY;
    }

    private static boolean inside(BigDecimal reading, BigDecimal low, BigDecimal high) {
        return reading.compareTo(low) >= 0 && reading.compareTo(high) <= 0;
    }

    private static BigDecimal ratio(BigDecimal reading, BigDecimal target) {
        return clamp(reading.multiply(HUNDRED).divide(target, 2, RoundingMode.HALF_UP));
    }

    private static BigDecimal inverse(BigDecimal reading, BigDecimal target) {
        BigDecimal percent = TWO_HUNDRED.multiply(target).subtract(HUNDRED.multiply(reading));
        return clamp(percent.divide(target, 2, RoundingMode.HALF_UP));
    }
}

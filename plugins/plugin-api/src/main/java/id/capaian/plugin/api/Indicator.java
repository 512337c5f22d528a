package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing a pack can read about a person, team, unit or service.
 *
 * <p>Example: {@code SMD.RSP}, median hours to the first answer of complaints, {@code MIN}, of a unit.
 *
 * @param code           stable code, {@code [A-Z][A-Z0-9]*(\.[A-Z0-9]+)*}; never reused with another meaning
 * @param name           what people call it
 * @param unit           unit of its values, e.g. hours, %, IKM 25-100
 * @param direction      which way it is better
 * @param source         where its values come from, in words
 * @param frequency      how often a fresh value is due
 * @param attribution    whose work it speaks about
 * @param sampleRule     whether it needs a smallest sample to count
 * @param minimumQuality smallest data quality (0..1) at which a value counts; null = the pack's parameter
 *                       {@value Kernel#MINIMUM_QUALITY}
 */
public record Indicator(
        String code,
        LocalizedText name,
        LocalizedText unit,
        Direction direction,
        LocalizedText source,
        Frequency frequency,
        Attribution attribution,
        SampleRule sampleRule,
        @Nullable BigDecimal minimumQuality) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(\\.[A-Z0-9]+)*");

    public Indicator {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("indicator code \"" + code + "\" must look like SMD.RSP");
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(frequency, "frequency");
        Objects.requireNonNull(attribution, "attribution");
        Objects.requireNonNull(sampleRule, "sampleRule");
        if (minimumQuality != null && (minimumQuality.signum() < 0 || minimumQuality.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException(code + ": minimum quality must be 0..1, is " + minimumQuality);
        }
    }
}

package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a tenant may set in a pack: flat names, values as text. Numbers are plain decimals with a point.
 *
 * <p>Example: {@code parameters.decimal("target.TUB.OFF")}.
 *
 * @param values name to value, in name order, no nulls
 */
public record Parameters(Map<String, String> values) {

    private static final Parameters NONE = new Parameters(Map.of());

    public Parameters {
        values = Sorted.copy(values);
    }

    /** No parameters. */
    public static Parameters none() {
        return NONE;
    }

    /** Whether a parameter is set. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * A parameter as text.
     *
     * @throws IllegalArgumentException when it is not set
     */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("parameter " + name + " is not set");
        }
        return value;
    }

    /**
     * A parameter as an exact number.
     *
     * @throws IllegalArgumentException when it is not set, not a number, or beyond any score
     */
    public BigDecimal decimal(String name) {
        String value = text(name);
        try {
            return Bounded.computed("parameter " + name, new BigDecimal(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("parameter " + name + " is not a number: " + value, e);
        }
    }

    /** These parameters with those of {@code other} in place of equally named ones. */
    public Parameters replacedBy(Parameters other) {
        TreeMap<String, String> merged = new TreeMap<>(values);
        merged.putAll(other.values);
        return new Parameters(merged);
    }
}

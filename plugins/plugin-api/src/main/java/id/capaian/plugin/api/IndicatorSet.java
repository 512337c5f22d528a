package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The indicators of a job family with weights that sum to exactly 100.
 *
 * <p>Example: {@code samarinda.health} for job family {@code health}: RSP 35, PAT 25, SAT 40.
 *
 * @param code      stable code inside the pack
 * @param jobFamily slug shared by all packs: {@code health}, {@code front-desk}, {@code complaint-desk},
 *                  {@code administration}, {@code teacher}, {@code population-registration}
 * @param name      what people call it
 * @param items     at least one, no code twice
 */
public record IndicatorSet(String code, String jobFamily, LocalizedText name, List<WeightedIndicator> items) {

    public IndicatorSet {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(jobFamily, "jobFamily");
        Objects.requireNonNull(name, "name");
        items = List.copyOf(items);
        BigDecimal sum = items.stream().map(WeightedIndicator::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(Kernel.HUNDRED) != 0) {
            throw new IllegalArgumentException(
                    "set " + code + ": weights must sum to 100, sum to " + sum.toPlainString());
        }
        Set<String> codes = new HashSet<>();
        for (WeightedIndicator item : items) {
            if (!codes.add(item.code())) {
                throw new IllegalArgumentException("set " + code + ": indicator " + item.code() + " twice");
            }
        }
    }
}

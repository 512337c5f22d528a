package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An indicator's place in a set. Planning copies it into the plan (SKP) as an individual indicator (IKI) under a work
 * result (RHK); rater and employee may agree another target.
 *
 * <p>Example: {@code SMD.RSP}, weight 35, target 24 hours, under "Pengaduan pasien dijawab cepat", aspect TIME.
 *
 * @param code        code of an {@link Indicator} of the same pack
 * @param weight      part of 100, above 0
 * @param target      target proposed to the plan
 * @param resultTitle title of the work result (RHK) the plan puts it under; items with the same title share one
 * @param aspect      aspect of the result it measures
 */
public record WeightedIndicator(
        String code, BigDecimal weight, Target target, LocalizedText resultTitle, Aspect aspect) {

    public WeightedIndicator {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(resultTitle, "resultTitle");
        Objects.requireNonNull(aspect, "aspect");
        if (weight.signum() <= 0 || weight.compareTo(Kernel.HUNDRED) > 0) {
            throw new IllegalArgumentException(code + ": weight must be above 0 and at most 100, is " + weight);
        }
    }
}

package id.capaian.planning.control;

import id.capaian.planning.entity.Perspective;
import id.capaian.planning.entity.ResultKind;
import id.capaian.plugin.api.Aspect;
import id.capaian.plugin.api.Direction;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A result written by hand. It carries no weight and is rated by hand, beside the suggestion (regions.md 2). What is
 * missing or does not fit is said by {@link ResultCheck}, to people and machines alike.
 *
 * @param kind  MAIN or ADDITIONAL
 * @param title what is to be brought about
 */
public record ResultInput(ResultKind kind, String title,
        @NotNull @Size(max = ResultCheck.MOST_INDICATORS) List<@NotNull @Valid IndicatorInput> indicators) {

    /**
     * How it is measured.
     *
     * @param indicatorId   the indicator of this result that it continues, so that what was recorded stays with it;
     *                      null for a new one
     * @param aspect        QUANTITY, QUALITY, TIME or COST; null when there is a perspective
     * @param perspective   for senior leadership; null when there is an aspect
     * @param unitOfMeasure of target and values
     * @param direction     MAX, MIN, RANGE_MAX, RANGE_MIN or ZERO
     * @param target        number to reach, above 0; only for MAX and MIN
     * @param targetLow     lower edge, above 0; only for ranges
     * @param targetHigh    upper edge; only for ranges
     */
    public record IndicatorInput(UUID indicatorId, String name, Aspect aspect, Perspective perspective,
            String unitOfMeasure, Direction direction, BigDecimal target, BigDecimal targetLow, BigDecimal targetHigh) {
    }
}

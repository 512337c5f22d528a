package id.capaian.evaluation.boundary;

import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.StepUnit;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Somebody whose suggestion would be another one.
 *
 * @param why the first step that differs; null when no step does
 */
public record MoverView(UUID evaluationId, String employeeName, String unitName, MoverSide before, MoverSide after,
        StepChange why) {

    /**
     * One of the two suggestions.
     *
     * @param outcome    SCORED, NOT_SCORABLE or FAULT
     * @param reasonCode why there is no score; null when scored
     * @param reason     the same in both languages; null when scored and for a fault
     */
    public record MoverSide(String outcome, BigDecimal resultScore, BigDecimal behaviourScore, BigDecimal indexScore,
            String resultRating, String behaviourRating, String reasonCode, LocalizedText reason) {

        public boolean isScored() {
            return "SCORED".equals(outcome);
        }
    }

    /**
     * A step that differs.
     *
     * @param before null when the stored calculation had no such step
     * @param after  null when this version has no such step
     */
    public record StepChange(String name, LocalizedText label, StepUnit unit, BigDecimal before, BigDecimal after) {
    }
}

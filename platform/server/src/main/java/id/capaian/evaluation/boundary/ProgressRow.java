package id.capaian.evaluation.boundary;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What a person recorded for one indicator of the plan in the period.
 *
 * @param target null for ranges and indicators without a number
 * @param value  null when nothing, or only words, was recorded
 * @param status SAVED, ACCEPTED or REFUSED; null when nothing was recorded
 */
public record ProgressRow(UUID indicatorId, String indicator, BigDecimal target, String unit, BigDecimal value, String status,
        String note,
        List<File> files) {

    /** A file handed in as evidence. */
    public record File(UUID evidenceId, String name) {
    }
}

package id.capaian.progress.control;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * What a person records for one indicator.
 *
 * @param value       in the indicator's unit, at most 4 decimals; null when only words are recorded
 * @param note        a few words; may be null
 * @param formAnswers answers to the pack's form as a JSON object in text; null where the pack has no form
 */
public record ProgressInput(
        @Digits(integer = 14, fraction = 4) BigDecimal value,
        @Size(max = 4000) String note,
        @Size(max = 65_536) String formAnswers) {
}

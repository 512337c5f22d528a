package id.capaian.evaluation.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A figure about how somebody rates in a period (regions.md 6). Written once; a changed list gets a further row. For
 * the rater, the rater's superior and calibrators only.
 *
 * @param indexScore  two decimals; null unless scored
 * @param reasonCode  why there is no figure; null when scored
 * @param calibration whether it sent the list to calibration
 * @param explanation canonical JSON of the outcome, as shown
 * @param input       canonical JSON of the formula's input
 * @param inputSha256 hash of the input, hex
 * @param frozen      what it was computed with
 */
public record RaterScore(UUID id, UUID periodId, UUID raterId, Suggestion.Outcome outcome, BigDecimal indexScore,
        String reasonCode, boolean calibration, String explanation, String input, String inputSha256,
        EvaluationRun.Frozen frozen, Instant madeAt) {
}

package id.capaian.evaluation.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A figure about how somebody rates; for the rater, the rater's superior and calibrators only.
 *
 * @param own         whether it is about the reader
 * @param outcome     SCORED, NOT_SCORABLE or FAULT
 * @param indexScore  two decimals; null unless scored
 * @param reasonCode  why there is no figure; null when scored
 * @param calibration whether it sent the list to calibration
 * @param inputs      numbers it was made of
 */
public record RaterScoreView(UUID raterScoreId, UUID raterId, String raterName, boolean own, String outcome,
        BigDecimal indexScore, String reasonCode, boolean calibration, ExplanationView explanation,
        List<GivenView> inputs, String packId, String packVersion, String packSha256, String formulaId,
        String inputSha256, Instant madeAt) {
}

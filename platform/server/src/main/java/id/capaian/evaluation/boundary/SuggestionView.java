package id.capaian.evaluation.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a run suggested for one evaluation; the rater decides.
 *
 * @param outcome         SCORED, NOT_SCORABLE or FAULT
 * @param resultScore     0..120, two decimals; null unless scored
 * @param behaviourScore  the same for behaviour
 * @param indexScore      NR, never used for the predicate
 * @param resultRating    band of the result score
 * @param behaviourRating band of the behaviour score
 * @param reasonCode      why there is no score; null when scored
 * @param inputs          numbers it was made of, as stored
 * @param inputSha256     hash of the stored input
 * @param outdated        whether marks of conduct were changed after it was computed; it can be adopted no more
 */
public record SuggestionView(UUID suggestionId, UUID runId, String outcome, BigDecimal resultScore,
        BigDecimal behaviourScore, BigDecimal indexScore, String resultRating, String behaviourRating,
        String reasonCode, ExplanationView explanation, List<GivenView> inputs, String packId, String packVersion,
        String packSha256, String formulaId, String inputSha256, Instant madeAt,
        boolean outdated) {
}

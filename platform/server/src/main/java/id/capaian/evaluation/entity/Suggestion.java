package id.capaian.evaluation.entity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What a run suggests for one evaluation. Written once by its chunk and never edited: it can be computed again from its
 * own input.
 *
 * @param resultScore     0..120, two decimals; null unless scored
 * @param behaviourScore  0..120, two decimals; null unless scored
 * @param indexScore      NR; null unless scored; never decides the predicate
 * @param resultRating    band of the result score; null unless scored
 * @param behaviourRating band of the behaviour score; null unless scored
 * @param reasonCode      why there is no score; null when scored
 * @param reasonText      the reason in Indonesian; null when scored
 * @param explanation     JSON of steps, flags and reason in both languages, as shown
 * @param input           canonical JSON of the formula's input
 * @param inputSha256     hash of the input, hex
 */
public record Suggestion(UUID id, UUID runId, UUID evaluationId, Outcome outcome, BigDecimal resultScore,
        BigDecimal behaviourScore, BigDecimal indexScore, Rating resultRating, Rating behaviourRating,
        String reasonCode, String reasonText, String explanation, String input, String inputSha256, Instant madeAt) {

    /** Kinds of outcome. */
    public enum Outcome {
        /** Scores and ratings are suggested. */
        SCORED,
        /** Not enough to go by; the reason says what is missing. */
        NOT_SCORABLE,
        /** The pack failed; the person is named, nothing is guessed. */
        FAULT
    }

    /**
     * What it proposes to the rater; nothing unless scored.
     *
     * @param outdated whether marks changed after it was computed: it stays on record and proposes nothing
     */
    public Proposal proposal(boolean outdated) {
        return outdated ? new Proposal(id, null, null, false) : new Proposal(id, resultRating, behaviourRating, false);
    }
}

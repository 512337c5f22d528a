package id.capaian.evaluation.boundary;

import java.util.UUID;

/**
 * The rater's judgement.
 *
 * @param resultRating    ABOVE, MEETS or BELOW
 * @param behaviourRating ABOVE, MEETS or BELOW
 * @param resultReason    needed when it departs from the proposal
 * @param behaviourReason needed when it departs from the proposal
 * @param note            catatan/rekomendasi; may be null
 * @param suggestionId    the suggestion the rater looked at; when another was made meanwhile the rating is refused as
 *                        stale; null when the rater does not say
 */
public record RatingInput(String resultRating, String behaviourRating, String resultReason, String behaviourReason,
        String note, UUID suggestionId) {
}

package id.capaian.evaluation.boundary;

/**
 * The rater's judgement.
 *
 * @param resultRating    ABOVE, MEETS or BELOW
 * @param behaviourRating ABOVE, MEETS or BELOW
 * @param resultReason    needed when it departs from the proposal
 * @param behaviourReason needed when it departs from the proposal
 * @param note            catatan/rekomendasi; may be null
 */
public record RatingInput(String resultRating, String behaviourRating, String resultReason, String behaviourReason,
        String note) {
}

package id.capaian.evaluation.entity;

/**
 * What a rater, a calibrating head or a deciding superior judges.
 *
 * @param result          rating of results, never null
 * @param behaviour       rating of behaviour, never null
 * @param resultReason    why the rating of results departs from the suggestion; null or blank when it does not
 * @param behaviourReason the same for behaviour
 * @param note            catatan/rekomendasi for the person's development; may be null
 */
public record Judgement(Rating result, Rating behaviour, String resultReason, String behaviourReason, String note) {

    /** The predicate of both, by the matrix. */
    public Predicate predicate() {
        return PredicateMatrix.of(result, behaviour);
    }
}

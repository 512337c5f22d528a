package id.capaian.evaluation.boundary;

/**
 * The superior's decision on an objection.
 *
 * @param decision        UPHELD or CHANGED
 * @param resultRating    needed when changed
 * @param behaviourRating needed when changed
 * @param reason          always needed
 */
public record DecisionInput(String decision, String resultRating, String behaviourRating, String reason) {
}

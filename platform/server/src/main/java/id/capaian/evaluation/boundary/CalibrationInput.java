package id.capaian.evaluation.boundary;

/**
 * How the unit's head ends calibration.
 *
 * @param reason needed when a rating changes
 */
public record CalibrationInput(String resultRating, String behaviourRating, String reason) {
}

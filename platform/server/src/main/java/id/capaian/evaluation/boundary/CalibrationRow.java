package id.capaian.evaluation.boundary;

/**
 * A rating that waits for calibration.
 *
 * @param raterName null when nobody is set to rate any more
 */
public record CalibrationRow(TeamRow person, String raterName, String periodCode, String periodName) {
}

package id.capaian.evaluation.boundary;

import id.capaian.kernel.page.Option;
import java.util.List;

/**
 * The head's list of what waits for calibration.
 *
 * @param periods periods to choose from, by code
 * @param period  code of the chosen one; null for all
 */
public record CalibrationPageView(CalibrationsView list, List<Option> periods, String period) {
}

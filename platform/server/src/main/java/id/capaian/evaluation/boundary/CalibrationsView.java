package id.capaian.evaluation.boundary;

import java.util.List;

/** What waits for calibration by the caller: newest period first, then by unit and name. */
public record CalibrationsView(List<CalibrationRow> waiting) {
}

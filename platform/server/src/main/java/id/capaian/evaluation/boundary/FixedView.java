package id.capaian.evaluation.boundary;

/**
 * Who fixed a rating as it stands.
 *
 * @param as   RATER, UNIT_HEAD (in calibration) or RATER_SUPERIOR (by decision on an objection)
 * @param name null when the person is not known any more
 */
public record FixedView(String as, String name) {
}

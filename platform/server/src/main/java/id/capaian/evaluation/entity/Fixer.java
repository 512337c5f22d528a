package id.capaian.evaluation.entity;

import java.util.UUID;

/**
 * Who fixed a rating as it stands.
 *
 * @param as         RATER, UNIT_HEAD (in calibration) or RATER_SUPERIOR (by decision on an objection)
 * @param employeeId who it was; null for ratings from before this was kept
 */
public record Fixer(Mover as, UUID employeeId) {

    /** The rater of then, whom the row does not name. */
    static final Fixer UNNAMED_RATER = new Fixer(Mover.RATER, null);
}

package id.capaian.evaluation.entity;

/** In what capacity somebody, or the clock, moves an evaluation. */
public enum Mover {
    /**
     * The platform: a period opens, an answer makes it final, a figure about the rater asks for calibration, the
     * achievement of the unit that the person leads was corrected.
     */
    SYSTEM,
    /** A term that has run out. */
    CLOCK,
    /** The person the evaluation is about. */
    EMPLOYEE,
    /** Pejabat penilai kinerja. */
    RATER,
    /** Head of the unit, or of one above it. */
    UNIT_HEAD,
    /** Atasan pejabat penilai kinerja. */
    RATER_SUPERIOR,
    /** Regional personnel agency; reopens with an order number, takes out of a period with a reason. */
    REGION_HR_ADMIN
}

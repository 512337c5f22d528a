package id.capaian.plugin.api;

/**
 * About whom a formula speaks. Example: the objectivity of somebody's ratings is of the RATER, a ranking of clinics of
 * the UNIT.
 */
public enum Subject {
    /** An employee in a period. */
    PERSON,
    /** Somebody who rates others; the outcome is for the rater, the rater's superior and the calibrators only. */
    RATER,
    /** An organisation unit. */
    UNIT
}

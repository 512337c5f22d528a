package id.capaian.plugin.api;

/**
 * The aspect of a work result an individual indicator measures, as the plan form (SKP) prints it. Example: hours to an
 * answer is TIME.
 */
public enum Aspect {
    /** Kuantitas. */
    QUANTITY,
    /** Kualitas. */
    QUALITY,
    /** Waktu. */
    TIME,
    /** Biaya. */
    COST
}

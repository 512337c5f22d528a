package id.capaian.plugin.api;

/** The aspect of a work result an individual indicator measures, as the plan form (SKP) prints it. */
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

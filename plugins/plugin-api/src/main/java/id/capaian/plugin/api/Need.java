package id.capaian.plugin.api;

/**
 * What must be present before a formula can say anything. Example: a score made of results and conduct needs both, a
 * figure about a rater neither.
 */
public enum Need {
    /** At least half the weight of the indicators in the set has a valid value. */
    RESULTS,
    /** All seven values of conduct are marked by the rater. */
    BEHAVIOUR
}

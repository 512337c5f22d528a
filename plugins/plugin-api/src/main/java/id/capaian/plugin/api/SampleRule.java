package id.capaian.plugin.api;

/**
 * Whether a reading counts only above a smallest number of answers. Example: satisfaction of 5,000 patients is PUBLIC
 * and needs 357 answers.
 */
public enum SampleRule {
    /** No sample: counted, measured or recorded. */
    NONE,
    /**
     * Answers of citizens: counts only when the sample reaches {@link Kernel#minimumSample} of the population served.
     * A reading that does not say how many answered does not reach it.
     */
    PUBLIC
}

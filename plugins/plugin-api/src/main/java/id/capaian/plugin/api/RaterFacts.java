package id.capaian.plugin.api;

/**
 * Names of the {@link FormulaInput#facts()} a formula with subject {@link Subject#RATER} gets: what is known of one
 * rater's list in a period when everybody on it is rated. Since API 1.1. In a data pack: {@code f["people"]}.
 *
 * <p>Item = a work result of a rated plan. Points = ABOVE 120, MEETS 100, BELOW 60.
 *
 * <p>Example: {@code coverage = f["items-with-evidence"] / f["items"]}.
 */
public final class RaterFacts {

    /** How many people the rater has rated. Always given, at least 1. */
    public static final String PEOPLE = "people";
    /** Results in the plans of those people. Always given; 0 when the plans have none. */
    public static final String ITEMS = "items";
    /** Of these, those with at least one file of evidence in the period that the rater did not refuse. */
    public static final String ITEMS_WITH_EVIDENCE = "items-with-evidence";
    /** Mean points of the values of conduct the rater marked, two decimals HALF_UP; absent when nothing is marked. */
    public static final String RATER_MEAN = "rater-mean";
    /**
     * Mean points of the values of conduct marked by anybody for rated people in the units of the list, the rater's own
     * included, two decimals HALF_UP; absent when nothing is marked.
     */
    public static final String UNIT_MEAN = "unit-mean";
    /** Ratings that had a suggestion: two a person; 0 when nobody had one. */
    public static final String RATINGS = "ratings";
    /** Of these, those equal to the suggestion or upheld by calibration. A reason alone does not count. */
    public static final String RATINGS_AGREEING = "ratings-agreeing";

    private RaterFacts() {
    }
}

package id.capaian.evaluation.boundary;

/**
 * What opening a period's evaluations did.
 *
 * @param opened       evaluations made now
 * @param refreshed    evaluations not rated yet whose rater or state followed the master data
 * @param unchanged    evaluations that were as they should be
 * @param withoutRater evaluations nobody is set to rate; a rater line is missing
 */
public record OpeningView(int opened, int refreshed, int unchanged, int withoutRater) {
}

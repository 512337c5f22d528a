package id.capaian.evaluation;

/**
 * How many persons have a predicate.
 *
 * @param predicate VERY_GOOD, GOOD, NEEDS_IMPROVEMENT, POOR or VERY_POOR
 * @param persons   at least 1
 */
public record PredicateCount(String predicate, int persons) {
}

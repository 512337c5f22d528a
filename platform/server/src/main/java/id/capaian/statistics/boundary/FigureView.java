package id.capaian.statistics.boundary;

import java.math.BigDecimal;

/**
 * One figure.
 *
 * @param measure     PREDICATE, EVALUATED or INDEX
 * @param category    the predicate, or ALL
 * @param persons     how many persons; null when hidden, and for INDEX, whose mean alone is shown
 * @param share       percent of the area's evaluated persons, one decimal, rounded half up; predicates only, null when
 *                    hidden
 * @param mean        mean of the index, two decimals, rounded half up; INDEX only, null when hidden
 * @param suppression HIDDEN, or null when shown; why it is hidden would tell of it
 */
public record FigureView(String measure, String category, Integer persons, BigDecimal share, BigDecimal mean,
        String suppression) {
}

package id.capaian.evaluation;

import java.math.BigDecimal;

/**
 * Sum of the indexes of some persons.
 *
 * @param persons how many have an index
 * @param sum     of their indexes, each with two decimals; 0 when there are none
 */
public record IndexSum(int persons, BigDecimal sum) {
}

package id.capaian.evaluation.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;

/**
 * What an organisation's achievement asks of the spread of its people's predicates (SE Menteri PANRB 3/2023). It
 * guides: whoever departs from it says why.
 *
 * @param predicates taken together
 * @param amount     a percentage of the people for the two kinds of percent, a number of people for MIN_PERSONS; null
 *                   for MAJORITY
 */
public record DistributionRule(Set<Predicate> predicates, Kind kind, Integer amount) {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /** Kinds of rule. */
    public enum Kind {
        /** At most so many percent, rounded down to whole people. */
        MAX_PERCENT,
        /** At least so many percent, rounded up to whole people. */
        MIN_PERCENT,
        /** At least so many people. */
        MIN_PERSONS,
        /** No other predicate is given to more people. */
        MAJORITY
    }

    public DistributionRule {
        predicates = Set.copyOf(predicates);
    }

    /** The limit in whole people; null for MAJORITY. */
    public Integer limit(int people) {
        return switch (kind) {
            case MAX_PERCENT -> share(people, RoundingMode.FLOOR);
            case MIN_PERCENT -> share(people, RoundingMode.CEILING);
            case MIN_PERSONS -> amount;
            case MAJORITY -> null;
        };
    }

    private int share(int people, RoundingMode rounding) {
        return BigDecimal.valueOf(people).multiply(BigDecimal.valueOf(amount))
                .divide(HUNDRED, 0, rounding).intValueExact();
    }

    /** How many have one of its predicates. */
    public int count(Map<Predicate, Integer> given) {
        return predicates.stream().mapToInt(predicate -> given.getOrDefault(predicate, 0)).sum();
    }

    /**
     * Whether it holds, or still can.
     *
     * @param people how many the unit has
     * @param given  how many have which predicate so far; who has none yet may still get any
     */
    public boolean holds(int people, Map<Predicate, Integer> given) {
        int without = people - given.values().stream().mapToInt(Integer::intValue).sum();
        return switch (kind) {
            case MAX_PERCENT -> count(given) <= limit(people);
            case MIN_PERCENT, MIN_PERSONS -> count(given) + without >= limit(people);
            case MAJORITY -> count(given) + without >= mostOfAnother(given);
        };
    }

    private int mostOfAnother(Map<Predicate, Integer> given) {
        return given.entrySet().stream().filter(entry -> !predicates.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue).max().orElse(0);
    }
}

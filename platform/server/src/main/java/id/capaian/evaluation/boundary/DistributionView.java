package id.capaian.evaluation.boundary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How the predicates of a unit spread in a period, against the pattern of what it achieved.
 *
 * @param achievement   what the unit achieved; null until it is fixed, then there are no rules
 * @param people        who count in this unit; one person counts in one unit
 * @param minimumPeople from how many people on the pattern asks for a reason; below it is only shown
 * @param applies       whether it does here
 * @param rated         how many are rated, told or not
 * @param counts        all five predicates, in their order
 * @param reason        why the unit departs from the pattern; null when nobody has said
 * @param mayJustify    whether the caller may say so
 * @param version       of the unit's achievement, for {@code If-Match}; 0 when there is none yet
 */
public record DistributionView(UUID unitId, String unitName, UUID periodId, String periodCode, String achievement,
        int people, int minimumPeople, boolean applies, int rated, List<Count> counts, List<RuleView> rules,
        String reason, Instant reasonAt, boolean mayJustify, long version) {

    /** How many have a predicate. */
    public record Count(String predicate, int people) {
    }

    /**
     * A rule of the pattern.
     *
     * @param predicates taken together
     * @param kind       MAX_PERCENT, MIN_PERCENT, MIN_PERSONS or MAJORITY
     * @param amount     percent or people; null for MAJORITY
     * @param limit      the same in whole people: floor of a maximum, ceiling of a minimum; null for MAJORITY
     * @param people     how many have one of the predicates
     * @param holds      whether it holds, or still can with those who are not rated yet
     */
    public record RuleView(List<String> predicates, String kind, Integer amount, Integer limit, int people,
            boolean holds) {
    }

    /** Whether the pattern asks for a reason here, and the caller may give it. */
    public boolean takesReason() {
        return mayJustify && applies;
    }

    /** Whether somebody has to say why before results are told. */
    public boolean needsReason() {
        return applies && reason == null && rules.stream().anyMatch(rule -> !rule.holds());
    }
}

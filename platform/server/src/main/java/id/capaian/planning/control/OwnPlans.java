package id.capaian.planning.control;

import id.capaian.planning.Period;
import java.util.List;

/**
 * A person's plans: those that are not over first, of these the definitive post's first.
 *
 * @param period the period the values are of; null when the tenant has none
 * @param plans  in force, being made, or closed within the last year
 */
public record OwnPlans(Period period, List<PlanSheet> plans) {

    public OwnPlans {
        plans = List.copyOf(plans);
    }
}

package id.capaian.planning.control;

import id.capaian.planning.Period;
import java.util.List;

/**
 * The caller's plans of today, the definitive post's first.
 *
 * @param period the period the values are of; null when the tenant has none
 * @param plans  in force, or being made; closed and cancelled ones are absent
 */
public record OwnPlans(Period period, List<PlanSheet> plans) {

    public OwnPlans {
        plans = List.copyOf(plans);
    }
}

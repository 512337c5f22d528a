package id.capaian.planning.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.planning.Period;
import id.capaian.planning.control.BehaviorLine;
import id.capaian.planning.control.PlanSheet;
import id.capaian.planning.control.ReadPlans.ReadPlan;
import java.util.List;
import java.util.Map;

/**
 * The own plan.
 *
 * @param plan    null when there is none
 * @param draft   the next version while one is prepared beside the one in force, else null
 * @param period  the period the values are of, null when there is none
 * @param targets what was typed, by indicator code; empty for a form shown for the first time
 * @param reason  what was typed
 */
public record OwnPlanView(PlanSheet plan, PlanSheet draft, Period period, List<BehaviorLine> behavior,
        Map<String, String> targets, String reason, FieldErrors errors) {

    static OwnPlanView of(ReadPlan read, Map<String, String> targets, String reason, FieldErrors errors) {
        return new OwnPlanView(read.plan(), read.draft(), read.period(), read.behavior(), targets, reason, errors);
    }

    /** The version whose targets may be changed while the plan is a draft. */
    public PlanSheet editable() {
        return draft == null ? plan : draft;
    }

    public boolean is(String status) {
        return plan.status().equals(status);
    }
}

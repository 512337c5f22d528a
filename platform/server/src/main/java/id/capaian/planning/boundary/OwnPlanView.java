package id.capaian.planning.boundary;

import id.capaian.extension.FormGroup;
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
 * @param read   as stored; its plan is null when there is none
 * @param form   fields of the pack's plan form with the answers; empty when it has none
 * @param rules  whether what that form asks for depends on answers
 * @param typed  what was typed
 * @param key    idempotency key of the page's forms
 */
public record OwnPlanView(ReadPlan read, List<FormGroup> form, boolean rules, Typed typed, FieldErrors errors,
        String key) {

    /**
     * What was typed into the page's forms.
     *
     * @param targets by indicator code; empty for a form shown for the first time
     * @param reason  of a revision
     * @param answers to the pack's form, a JSON object in text; null to show those that are stored
     */
    public record Typed(Map<String, String> targets, String reason, String answers) {

        static final Typed NOTHING = new Typed(Map.of(), "", null);
    }

    public PlanSheet plan() {
        return read.plan();
    }

    /** The period the values are of, null when there is none. */
    public Period period() {
        return read.period();
    }

    public List<BehaviorLine> behavior() {
        return read.behavior();
    }

    /** The version whose content may be changed while the plan is a draft. */
    public PlanSheet editable() {
        return read.draft() == null ? read.plan() : read.draft();
    }

    public boolean is(String status) {
        return plan().status().equals(status);
    }
}

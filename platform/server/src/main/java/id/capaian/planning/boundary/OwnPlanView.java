package id.capaian.planning.boundary;

import id.capaian.extension.FormGroup;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.people.Placement;
import id.capaian.planning.Period;
import id.capaian.planning.control.BehaviorLine;
import id.capaian.planning.control.PlanSheet.ResultLine;
import id.capaian.planning.control.PlanSheet;
import id.capaian.planning.control.ReadPlans.MyPlans;
import id.capaian.planning.control.ReadPlans.ReadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The own plans, one of them in full.
 *
 * @param mine   as stored; its shown plan is null when there is none
 * @param form   fields of the pack's plan form with the answers; empty when it has none
 * @param rules  whether what that form asks for depends on answers
 * @param typed  what was typed
 * @param key    idempotency key of the page's forms
 */
public record OwnPlanView(MyPlans mine, List<FormGroup> form, boolean rules, Typed typed, FieldErrors errors,
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

    private static final List<String> UNDER_REVISION = List.of("DRAFT", "SUBMITTED", "RETURNED", "REVISION_REQUESTED");

    public PlanSheet plan() {
        return read().plan();
    }

    private ReadPlan read() {
        return mine.shown();
    }

    /** All plans of the person, for choosing one. */
    public List<PlanSheet> plans() {
        return mine.posts().own().plans();
    }

    /** Posts held today that have no plan. */
    public List<Placement> unplanned() {
        return mine.posts().unplanned();
    }

    /** The period the values are of, null when there is none. */
    public Period period() {
        return read().period();
    }

    public List<BehaviorLine> behavior() {
        return read().behavior();
    }

    /** Results of that version that its owner writes by hand. */
    public List<ResultLine> byHand() {
        return editable().results().stream().filter(ResultLine::byHand).toList();
    }

    /** Whether there are targets of the set to agree on. */
    public boolean hasTargets() {
        return editable().results().stream().flatMap(result -> result.indicators().stream())
                .anyMatch(indicator -> indicator.code() != null && indicator.target() != null);
    }

    /** The version whose content may be changed while the plan is a draft. */
    public PlanSheet editable() {
        return read().draft() == null ? plan() : read().draft();
    }

    /** Whether a revision, asked for or being prepared, may be given up: an agreed version goes on. */
    public boolean mayCancelRevision() {
        return plan().inForce() && UNDER_REVISION.contains(plan().status());
    }

    /** Whether a revision of what is agreed can be asked for. */
    public boolean mayRevise() {
        return is("ACTIVE") || is("APPROVED");
    }

    /** Targets and words that were typed into a form the page shows no more, because the plan moved on meanwhile. */
    public List<String> leftOver() {
        List<String> texts = new ArrayList<>();
        if (!is("DRAFT")) {
            editable().results().stream().flatMap(result -> result.indicators().stream())
                    .filter(indicator -> indicator.code() != null && typed.targets().containsKey(indicator.code()))
                    .forEach(indicator -> texts.add(indicator.name() + ": " + typed.targets().get(indicator.code())));
        }
        if (!mayRevise() && !typed.reason().isBlank()) {
            texts.add(typed.reason());
        }
        return texts;
    }

    public boolean is(String status) {
        return plan().status().equals(status);
    }
}

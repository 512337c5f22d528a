package id.capaian.planning;

import id.capaian.planning.control.PlanReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Plans (SKP) as other features read them. To be called inside a running use case. */
@ApplicationScoped
public class Plans {

    private final PlanReads reads;

    Plans() {
        this(null);
    }

    @Inject
    Plans(PlanReads reads) {
        this.reads = reads;
    }

    /** The plan in force on a day; of several (an acting duty beside the definitive post) the definitive one's. */
    public Optional<Plan> activePlanOf(UUID employeeId, LocalDate on) {
        return activePlansOf(employeeId, on, on).stream().findFirst();
    }

    /** All plans in force on some day of a span, both days included, the definitive post's first. */
    public List<Plan> activePlansOf(UUID employeeId, LocalDate from, LocalDate to) {
        return reads.activePlansOf(employeeId, from, to);
    }

    /** Many plans at once, one statement; ids of no plan are absent. */
    public List<Plan> plans(Collection<UUID> skpIds) {
        return reads.plans(skpIds);
    }

    /** The posts plans were made for, by plan, one statement; ids of no plan are absent. */
    public Map<UUID, UUID> assignments(Collection<UUID> skpIds) {
        return reads.assignments(skpIds);
    }

    /**
     * Many plans with the version each was agreed on at a moment, whatever was revised since.
     *
     * @param moments by plan; null for the version in force now
     */
    public List<Plan> plansAt(Map<UUID, Instant> moments) {
        return reads.plansAt(moments);
    }

    /** Every plan in force on some day of the period, one statement. */
    public List<PlanHead> activeIn(UUID periodId) {
        return reads.activeIn(periodId);
    }

    /**
     * An individual indicator of any plan as its version in force, or its latest draft, has it; one that this version
     * dropped as it was. With the plan and person it belongs to.
     */
    public Optional<PlanIndicator> indicator(UUID individualIndicatorId) {
        return reads.indicator(individualIndicatorId);
    }

    /**
     * The same with where the plan stands and a period, one statement.
     *
     * @param periodId null for the period people work in now
     */
    public Optional<IndicatorAtWork> atWork(UUID individualIndicatorId, UUID periodId) {
        return reads.atWork(individualIndicatorId, periodId);
    }
}

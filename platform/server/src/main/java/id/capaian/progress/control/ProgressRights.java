package id.capaian.progress.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.Employees;
import id.capaian.people.RaterLink;
import id.capaian.planning.IndicatorAtWork;
import id.capaian.planning.Periods;
import id.capaian.planning.Plan;
import id.capaian.planning.Plans;
import id.capaian.progress.ProgressChanging;
import id.capaian.progress.entity.ProgressEntry;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Who may do what with progress: the person with the own plan while the period is open, the rater with the rated one's.
 */
@ApplicationScoped
class ProgressRights {

    private final Caller caller;
    private final Clock clock;
    private final Tenants tenants;
    private final Plans plans;
    private final Periods periods;
    private final Employees employees;
    private final Event<ProgressChanging> changing;

    ProgressRights() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    ProgressRights(Caller caller, Clock clock, Tenants tenants, Plans plans, Periods periods, Employees employees,
            Event<ProgressChanging> changing) {
        this.caller = caller;
        this.clock = clock;
        this.tenants = tenants;
        this.plans = plans;
        this.periods = periods;
        this.employees = employees;
        this.changing = changing;
    }

    /** The caller's own indicator, with its plan and the period worked in; that of anybody else is not found. */
    IndicatorAtWork own(UUID indicatorId) {
        IndicatorAtWork own = plans.atWork(indicatorId)
                .filter(found -> found.indicator().employeeId().equals(caller.employeeId()))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        if (own.period() == null) {
            throw new ProblemException(Problem.PERIOD_NOT_OPEN);
        }
        return own;
    }

    /**
     * The same, when something is about to change: the plan must be in force, which one that nobody approved or that was
     * ended is not, the period open and not yet handed in.
     */
    IndicatorAtWork ownForChange(UUID indicatorId) {
        IndicatorAtWork own = own(indicatorId);
        if (!own.inForce()) {
            throw new ProblemException(Problem.PLAN_NOT_ACTIVE);
        }
        periods.requireOpen(own.period(), own.orgUnitId());
        changing.fire(new ProgressChanging(own.indicator().skpId(), own.period().periodId()));
        return own;
    }

    /** Refuses who is not the rater of the entry's owner today. */
    Plan asRater(ProgressEntry entry) {
        Plan plan = planOf(entry.skpId());
        if (!isRater(plan)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return plan;
    }

    /**
     * Plans in force of somebody the caller rates today, of which the caller is the rater; anybody else is not found.
     */
    List<Plan> ratedPlansOf(UUID employeeId) {
        List<Plan> rated = plans.activePlansOf(employeeId, today()).stream().filter(this::isRater).toList();
        if (rated.isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return rated;
    }

    /** Refuses who is neither the owner nor the rater; says whether the caller reads somebody else's. */
    boolean readsAnother(ProgressEntry entry) {
        Plan plan = planOf(entry.skpId());
        if (plan.employeeId().equals(caller.employeeId())) {
            return false;
        }
        if (!isRater(plan)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return true;
    }

    UUID ownerOf(ProgressEntry entry) {
        return planOf(entry.skpId()).employeeId();
    }

    private boolean isRater(Plan plan) {
        return employees.raterOf(plan.assignmentId(), today()).map(RaterLink::raterId)
                .filter(caller.employeeId()::equals).isPresent();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tenants.zoneOf(caller.tenant()));
    }

    private Plan planOf(UUID skpId) {
        return plans.plans(List.of(skpId)).stream().findFirst()
                .orElseThrow(() -> new ProblemException(Problem.PLAN_NOT_ACTIVE));
    }
}

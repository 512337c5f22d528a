package id.capaian.progress.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.Employees;
import id.capaian.people.RaterLink;
import id.capaian.planning.IndicatorAtWork;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.planning.Plan;
import id.capaian.planning.Plans;
import id.capaian.progress.ProgressChanging;
import id.capaian.progress.ProgressJudging;
import id.capaian.progress.entity.ProgressEntry;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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
    private final Event<ProgressJudging> judging;

    ProgressRights() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    ProgressRights(Caller caller, Clock clock, Tenants tenants, Plans plans, Periods periods, Employees employees,
            Event<ProgressChanging> changing, Event<ProgressJudging> judging) {
        this.caller = caller;
        this.clock = clock;
        this.tenants = tenants;
        this.plans = plans;
        this.periods = periods;
        this.employees = employees;
        this.changing = changing;
        this.judging = judging;
    }

    /**
     * The caller's own indicator, with its plan and a period; that of anybody else is not found.
     *
     * @param periodId null for the period people work in now
     */
    IndicatorAtWork own(UUID indicatorId, UUID periodId) {
        IndicatorAtWork own = plans.atWork(indicatorId, periodId)
                .filter(found -> found.indicator().employeeId().equals(caller.employeeId()))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        if (own.period() == null) {
            throw new ProblemException(Problem.PERIOD_NOT_OPEN);
        }
        return own;
    }

    /**
     * The same, when something is about to change: the plan must be in force, which one that nobody approved, or that
     * ended before the period, is not; the period open and not yet handed in.
     */
    IndicatorAtWork ownForChange(UUID indicatorId, UUID periodId) {
        IndicatorAtWork own = own(indicatorId, periodId);
        requireChangeable(own);
        return own;
    }

    private void requireChangeable(IndicatorAtWork own) {
        if (!own.inForce(today())) {
            throw new ProblemException(Problem.PLAN_NOT_ACTIVE);
        }
        periods.requireOpen(own.period(), own.orgUnitId());
        changing.fire(new ProgressChanging(own.indicator().skpId(), own.period().periodId()));
    }

    /** Why nothing of it can change now, so that people read it before they type; empty when it can. */
    Optional<Problem> heldBy(IndicatorAtWork own) {
        try {
            requireChangeable(own);
            return Optional.empty();
        } catch (ProblemException held) {
            return Optional.of(held.problem());
        }
    }

    /** Periods its unit may write in today and the plan is in force in, latest first. */
    List<Period> offered(IndicatorAtWork own) {
        return periods.takingEntries(own.orgUnitId()).stream().filter(period -> own.in(period).inForce(today()))
                .toList();
    }

    /**
     * The plan of an entry to be judged: refuses who does not rate its owner, once its period is over for them, and
     * once the ratings that rest on it were given.
     */
    Plan forJudgement(ProgressEntry entry) {
        Plan plan = planOf(entry.skpId());
        Period period = periodOf(entry);
        if (!isRater(plan, period)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        periods.requireOpen(period, unitOf(plan));
        judging.fire(new ProgressJudging(plan.skpId(), period.periodId()));
        return plan;
    }

    /** Whether nothing of a plan can be judged any more although the period is open, so that no page offers it. */
    boolean isSettled(Plan plan, Period period) {
        try {
            judging.fire(new ProgressJudging(plan.skpId(), period.periodId()));
            return false;
        } catch (ProblemException settled) {
            return true;
        }
    }

    /** Plans of somebody, in force in the period, of which the caller is the rater; anybody else is not found. */
    List<Plan> ratedPlansOf(UUID employeeId, Period period) {
        List<Plan> rated = plans.activePlansOf(employeeId, period.startsOn(), period.dayCounting(today())).stream()
                .filter(plan -> isRater(plan, period)).toList();
        if (rated.isEmpty()) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return rated;
    }

    /** Unit of the post a plan is for. */
    UUID unitOf(Plan plan) {
        return employees.placements(List.of(plan.assignmentId())).get(plan.assignmentId()).orgUnitId();
    }

    /** Refuses who is neither the owner nor the rater; says whether the caller reads somebody else's. */
    boolean readsAnother(ProgressEntry entry) {
        Plan plan = planOf(entry.skpId());
        if (plan.employeeId().equals(caller.employeeId())) {
            return false;
        }
        if (!isRater(plan, periodOf(entry))) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return true;
    }

    UUID ownerOf(ProgressEntry entry) {
        return planOf(entry.skpId()).employeeId();
    }

    /**
     * The rater on the day of the period that counts evaluates it, for a plan that ended before on its last day; who
     * rates the person today may look back.
     */
    private boolean isRater(Plan plan, Period period) {
        LocalDate counting = period.dayCounting(today());
        return Stream.of(today(), plan.endsOn().isBefore(counting) ? plan.endsOn() : counting).distinct()
                .map(day -> employees.raterOf(plan.assignmentId(), day).map(RaterLink::raterId))
                .anyMatch(rater -> rater.filter(caller.employeeId()::equals).isPresent());
    }

    private Period periodOf(ProgressEntry entry) {
        return periods.find(entry.periodId()).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tenants.zoneOf(caller.tenant()));
    }

    private Plan planOf(UUID skpId) {
        return plans.plans(List.of(skpId)).stream().findFirst()
                .orElseThrow(() -> new ProblemException(Problem.PLAN_NOT_ACTIVE));
    }
}

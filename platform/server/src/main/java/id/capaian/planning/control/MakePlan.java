package id.capaian.planning.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Placement;
import id.capaian.planning.control.PlanWriter.Span;
import id.capaian.plugin.api.IndicatorSet;
import id.capaian.plugin.api.PackDescriptor;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;

/** Makes the caller's own plan of this year from the indicator set of the post. */
@TenantUseCase
public class MakePlan {

    private final EntityManager entityManager;
    private final Employees employees;
    private final PlanSets sets;
    private final PlanWriter writer;
    private final PlanSql plans;
    private final Caller caller;
    private final Today today;

    MakePlan() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    MakePlan(EntityManager entityManager, Employees employees, PlanSets sets, PlanWriter writer, PlanSql plans,
            Caller caller, Today today) {
        this.entityManager = entityManager;
        this.employees = employees;
        this.sets = sets;
        this.writer = writer;
        this.plans = plans;
        this.caller = caller;
        this.today = today;
    }

    /**
     * A draft for the definitive post, from today's assignment to the end of the year.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND} without a post, {@link Problem#CONFLICT} when the post has a
     *                          plan for the span, {@link Problem#NO_PACK_ENABLED}, {@link Problem#PACK_NOT_READY},
     *                          {@link Problem#INVALID_INPUT} when the pack has no set for the post's job family
     */
    public PlanState forOwnPost() {
        LocalDate day = today.date();
        Placement placement = employees.placementsOf(caller.employeeId(), day).stream().findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Span span = Span.of(placement, day.getYear());
        if (!plans.assignmentsWithPlan(List.of(placement.assignmentId()), span.from(), span.to()).isEmpty()) {
            throw new ProblemException(Problem.CONFLICT);
        }
        PackDescriptor pack = sets.packOf(placement.orgUnitId());
        IndicatorSet set = PlanSets.setOf(pack, placement).orElseThrow(() -> ProblemException.ofFields(
                Problem.INVALID_INPUT, List.of(new FieldProblem("jobFamily", placement.jobFamily()))));
        PlanWriter.Written written = writer.fromSet(placement.assignmentId(), span, pack, set);
        entityManager.flush();
        return PlanState.of(written.skp());
    }
}

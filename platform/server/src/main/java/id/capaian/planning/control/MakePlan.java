package id.capaian.planning.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
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
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the caller's own plan of this year from the indicator set of the post; empty, to be written by hand, where
 * there is no set.
 */
@TenantUseCase
public class MakePlan {

    private final EntityManager entityManager;
    private final Employees employees;
    private final PlanSets sets;
    private final PlanWriter writer;
    private final PlanSql plans;
    private final Once once;
    private final Caller caller;
    private final Today today;

    MakePlan() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    MakePlan(EntityManager entityManager, Employees employees, PlanSets sets, PlanWriter writer, PlanSql plans,
            Once once, Caller caller, Today today) {
        this.entityManager = entityManager;
        this.employees = employees;
        this.sets = sets;
        this.writer = writer;
        this.plans = plans;
        this.once = once;
        this.caller = caller;
        this.today = today;
    }

    /**
     * A draft for a post held today, to the end of the year or of the assignment. It begins with the assignment, or
     * after the last plan of this post that was closed early.
     *
     * @param assignmentId the post; null for the definitive one
     * @param key          the caller's idempotency key, null for none
     * @throws ProblemException {@link Problem#NOT_FOUND} without the post, {@link Problem#CONFLICT} when the post has a
     *                          plan for the span, {@link Problem#PACK_NOT_READY}
     */
    public PlanState forPost(UUID assignmentId, String key) {
        return once.perform(key, new Asked("make", assignmentId, 0, null), PlanState.class, () -> made(assignmentId));
    }

    private PlanState made(UUID assignmentId) {
        LocalDate day = today.date();
        Placement post = employees.placementsOf(caller.employeeId(), day).stream()
                .filter(held -> assignmentId == null || held.assignmentId().equals(assignmentId)).findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Span span = free(post, Span.of(post, day.getYear()));
        Optional<PackDescriptor> pack = sets.packIfAny(post.orgUnitId());
        Optional<IndicatorSet> set = pack.flatMap(found -> PlanSets.setOf(found, post));
        PlanWriter.Written written = set.isPresent()
                ? writer.fromSet(post.assignmentId(), span, pack.get(), set.get())
                : writer.empty(post.assignmentId(), span);
        entityManager.flush();
        return PlanState.of(written.skp());
    }

    private Span free(Placement post, Span span) {
        Optional<LocalDate> planned = plans.lastPlannedDay(post.assignmentId(), span.from(), span.to());
        return planned.isEmpty() ? span
                : span.after(planned.get()).orElseThrow(() -> new ProblemException(Problem.CONFLICT));
    }
}

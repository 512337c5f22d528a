package id.capaian.planning.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.entity.Skp;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;

/** How a plan ends, by the regional admin. */
@TenantUseCase
public class EndPlan {

    private final PlanDesk desk;
    private final Today today;
    private final Once once;

    EndPlan() {
        this(null, null, null);
    }

    @Inject
    EndPlan(PlanDesk desk, Today today, Once once) {
        this.desk = desk;
        this.today = today;
        this.once = once;
    }

    /**
     * Closes a plan in force, also while its next version is prepared: post changed, year over, person gone. The span
     * up to the last day is still assessed.
     *
     * @param lastDay within the plan's span
     * @param key     the caller's idempotency key, null for none
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED}, {@link Problem#INVALID_INPUT}
     */
    public PlanState close(UUID skpId, long version, LocalDate lastDay, String key) {
        return once.perform(key, new Asked("close", skpId, version, lastDay), PlanState.class, () -> {
            Skp skp = desk.any(skpId, version);
            skp.close(lastDay, today.date());
            return desk.moved(skp);
        });
    }

    /**
     * Drops a plan that was never in force.
     *
     * @param key the caller's idempotency key, null for none
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED}
     */
    public PlanState cancel(UUID skpId, long version, String key) {
        return once.perform(key, new Asked("cancel", skpId, version, null), PlanState.class, () -> {
            Skp skp = desk.any(skpId, version);
            skp.cancel(today.date());
            return desk.moved(skp);
        });
    }
}

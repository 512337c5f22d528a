package id.capaian.planning.control;

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

    EndPlan() {
        this(null, null);
    }

    @Inject
    EndPlan(PlanDesk desk, Today today) {
        this.desk = desk;
        this.today = today;
    }

    /**
     * Closes a plan in force: post changed, year over, person gone. The span up to the last day is still assessed.
     *
     * @param lastDay within the plan's span
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED}, {@link Problem#INVALID_INPUT}
     */
    public PlanState close(UUID skpId, long version, LocalDate lastDay) {
        Skp skp = desk.any(skpId, version);
        skp.activateIfDue(today.date());
        skp.close(lastDay);
        return desk.moved(skp);
    }

    /**
     * Drops a plan that was never in force.
     *
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED}
     */
    public PlanState cancel(UUID skpId, long version) {
        Skp skp = desk.any(skpId, version);
        skp.cancel();
        return desk.moved(skp);
    }
}

package id.capaian.planning.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.entity.Skp;
import jakarta.inject.Inject;
import java.util.UUID;

/** What an employee does with the own plan. Each move throws {@link Problem#MOVE_NOT_ALLOWED} where it has no place. */
@TenantUseCase
public class MoveOwnPlan {

    private final PlanDesk desk;

    MoveOwnPlan() {
        this(null);
    }

    @Inject
    MoveOwnPlan(PlanDesk desk) {
        this.desk = desk;
    }

    /**
     * Signs the draft and hands it to the rater.
     *
     * @throws ProblemException {@link Problem#INVALID_INPUT} when the content is incomplete
     */
    public PlanState submit(UUID skpId, long version) {
        Skp skp = desk.own(skpId, version);
        skp.submit(desk.newest(skp));
        return desk.moved(skp);
    }

    /** Takes a submitted plan back. */
    public PlanState withdraw(UUID skpId, long version) {
        Skp skp = desk.own(skpId, version);
        skp.withdraw();
        return desk.moved(skp);
    }

    /** Takes up a returned plan. */
    public PlanState rework(UUID skpId, long version) {
        Skp skp = desk.own(skpId, version);
        skp.rework();
        return desk.moved(skp);
    }

    /**
     * Asks to change an agreed plan.
     *
     * @param reason at least ten characters
     * @throws ProblemException {@link Problem#REASON_NEEDED}
     */
    public PlanState requestRevision(UUID skpId, long version, String reason) {
        Skp skp = desk.own(skpId, version);
        skp.requestRevision(reason);
        return desk.moved(skp);
    }
}

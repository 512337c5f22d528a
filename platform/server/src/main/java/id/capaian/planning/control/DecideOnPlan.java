package id.capaian.planning.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.entity.Skp;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * What the rater decides about a plan; nobody decides about the own one. Each move throws
 * {@link Problem#MOVE_NOT_ALLOWED} where it has no place.
 */
@TenantUseCase
public class DecideOnPlan {

    private final PlanDesk desk;
    private final PlanWriter writer;
    private final Today today;

    DecideOnPlan() {
        this(null, null, null);
    }

    @Inject
    DecideOnPlan(PlanDesk desk, PlanWriter writer, Today today) {
        this.desk = desk;
        this.writer = writer;
        this.today = today;
    }

    /** Signs; the submitted content comes into force. */
    public PlanState approve(UUID skpId, long version) {
        Skp skp = desk.rated(skpId, version);
        skp.approve(desk.newest(skp).versionNo(), today.date());
        return desk.moved(skp);
    }

    /**
     * Sends it back.
     *
     * @param note what to change, at least ten characters
     * @throws ProblemException {@link Problem#REASON_NEEDED}
     */
    public PlanState returnPlan(UUID skpId, long version, String note) {
        Skp skp = desk.rated(skpId, version);
        skp.returnWith(note);
        return desk.moved(skp);
    }

    /** Agrees to a revision: the next version is drafted from the one in force, which goes on until the next is agreed. */
    public PlanState acceptRevision(UUID skpId, long version) {
        Skp skp = desk.rated(skpId, version);
        skp.acceptRevision();
        writer.copy(skp, desk.newest(skp));
        return desk.moved(skp);
    }

    /**
     * Refuses a revision.
     *
     * @param reason at least ten characters
     * @throws ProblemException {@link Problem#REASON_NEEDED}
     */
    public PlanState refuseRevision(UUID skpId, long version, String reason) {
        Skp skp = desk.rated(skpId, version);
        skp.refuseRevision(reason);
        return desk.moved(skp);
    }
}

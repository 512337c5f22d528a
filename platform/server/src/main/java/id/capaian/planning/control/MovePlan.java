package id.capaian.planning.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.entity.Skp;
import id.capaian.planning.entity.SkpVersion;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Moves a plan through its life, by its owner or the owner's rater. */
@TenantUseCase
public class MovePlan {

    private final PlanDesk desk;
    private final PlanWriter writer;
    private final Today today;
    private final Once once;
    private final Clock clock;

    MovePlan() {
        this(null, null, null, null, null);
    }

    @Inject
    MovePlan(PlanDesk desk, PlanWriter writer, Today today, Once once, Clock clock) {
        this.desk = desk;
        this.writer = writer;
        this.today = today;
        this.once = once;
        this.clock = clock;
    }

    /**
     * Makes a move.
     *
     * @param reason at least ten characters where the move needs one; not looked at otherwise
     * @param key    the caller's idempotency key, null for none
     * @throws ProblemException {@link Problem#MOVE_NOT_ALLOWED} where the move has no place,
     *                          {@link Problem#REASON_NEEDED}, {@link Problem#INVALID_INPUT} when incomplete content is
     *                          submitted, and for who may not: {@link Problem#NOT_FOUND},
     *                          {@link Problem#NOT_THE_RATER}, {@link Problem#SELF_RATING}
     */
    public PlanState move(PlanMove move, UUID skpId, long version, String reason, String key) {
        return once.perform(key, new Asked(move.name(), skpId, version, reason), PlanState.class,
                () -> moved(move, skpId, version, reason));
    }

    private PlanState moved(PlanMove move, UUID skpId, long version, String reason) {
        Skp skp = move.side() == PlanMove.Side.OWNER ? desk.own(skpId, version) : desk.rated(skpId, version);
        switch (move) {
            case SUBMIT -> skp.submit(desk.newest(skp));
            case WITHDRAW -> skp.withdraw();
            case REWORK -> skp.rework();
            case REQUEST_REVISION -> skp.requestRevision(reason);
            case APPROVE -> {
                SkpVersion newest = desk.newest(skp);
                skp.approve(newest.versionNo(), today.date());
                newest.agree(clock.instant());
            }
            case RETURN -> skp.returnWith(reason);
            case ACCEPT_REVISION -> {
                skp.acceptRevision();
                writer.copy(skp, desk.newest(skp));
            }
            case REFUSE_REVISION -> skp.refuseRevision(reason, today.date());
            case CANCEL_REVISION -> {
                skp.cancelRevision(today.date());
                SkpVersion newest = desk.newest(skp);
                if (newest.versionNo() != skp.activeVersion()) {
                    writer.discard(newest);
                }
            }
            default -> throw new IllegalArgumentException(move.name());
        }
        return desk.moved(skp);
    }
}

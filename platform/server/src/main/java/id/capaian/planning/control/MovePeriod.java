package id.capaian.planning.control;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.PeriodArchived;
import id.capaian.planning.PeriodClosed;
import id.capaian.planning.PeriodOpened;
import id.capaian.planning.entity.AssessmentPeriod;
import id.capaian.planning.entity.PeriodStatus;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Shows the periods and moves them through their life. */
@TenantUseCase
public class MovePeriod {

    private final EntityManager entityManager;
    private final Event<PeriodOpened> opened;
    private final Event<PeriodClosed> closed;
    private final Event<PeriodArchived> archived;
    private final Once once;

    MovePeriod() {
        this(null, null, null, null, null);
    }

    @Inject
    MovePeriod(EntityManager entityManager, Event<PeriodOpened> opened, Event<PeriodClosed> closed,
            Event<PeriodArchived> archived, Once once) {
        this.entityManager = entityManager;
        this.opened = opened;
        this.closed = closed;
        this.archived = archived;
        this.once = once;
    }

    /**
     * A period with the version {@code If-Match} asks for.
     *
     * @param next where it can be moved to; null at the end of its life
     */
    public record PeriodState(UUID periodId, String code, String name, String kind, LocalDate startsOn,
            LocalDate endsOn,
            String status, PeriodStatus next, long version) {

        static PeriodState of(AssessmentPeriod period) {
            return new PeriodState(period.id(), period.code(), period.name(), period.kind().name(), period.startsOn(),
                    period.endsOn(), period.status().name(),
                    period.status().next().stream().findFirst().orElse(null), period.version());
        }
    }

    /** All periods, latest first. */
    public List<PeriodState> all() {
        return entityManager.createQuery("select p from AssessmentPeriod p order by p.startsOn desc, p.code",
                AssessmentPeriod.class).getResultStream().map(PeriodState::of).toList();
    }

    /**
     * Moves a period on. It does not close while an evaluation is unfinished, unless its unit has an extension, and is
     * not archived while any is.
     *
     * @param key the caller's idempotency key, null for none
     * @throws ProblemException {@link Problem#NOT_FOUND}, {@link Problem#VERSION_STALE},
     *                          {@link Problem#MOVE_NOT_ALLOWED}, {@link Problem#EVALUATIONS_UNFINISHED} as
     *                          {@link id.capaian.planning.PeriodUnfinished}
     */
    @LongWork
    public PeriodState move(UUID periodId, long version, PeriodStatus wanted, String key) {
        return once.perform(key, new Asked("period", periodId, version, wanted), PeriodState.class,
                () -> moved(periodId, version, wanted));
    }

    /**
     * Opens a period that is planned; one that was opened before stays where it is.
     *
     * @return whether it was opened now
     * @throws ProblemException {@link Problem#NOT_FOUND}
     */
    @LongWork
    public boolean open(UUID periodId) {
        AssessmentPeriod period = entityManager.find(AssessmentPeriod.class, periodId);
        if (period == null) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        if (period.status() != PeriodStatus.PLANNED) {
            return false;
        }
        moved(periodId, period.version(), PeriodStatus.OPEN);
        return true;
    }

    private PeriodState moved(UUID periodId, long version, PeriodStatus wanted) {
        AssessmentPeriod period = entityManager.find(AssessmentPeriod.class, periodId);
        if (period == null) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        if (period.version() != version) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
        period.moveTo(wanted);
        entityManager.flush();
        if (wanted == PeriodStatus.OPEN) {
            opened.fire(new PeriodOpened(period.id()));
        }
        if (wanted == PeriodStatus.CLOSED) {
            closed.fire(new PeriodClosed(period.id(), period.code()));
        }
        if (wanted == PeriodStatus.ARCHIVED) {
            archived.fire(new PeriodArchived(period.id(), period.code()));
        }
        return PeriodState.of(period);
    }
}

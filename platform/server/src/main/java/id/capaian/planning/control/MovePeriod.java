package id.capaian.planning.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.entity.AssessmentPeriod;
import id.capaian.planning.entity.PeriodStatus;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Shows the periods and moves them through their life. */
@TenantUseCase
public class MovePeriod {

    private final EntityManager entityManager;

    MovePeriod() {
        this(null);
    }

    @Inject
    MovePeriod(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A period with the version {@code If-Match} asks for. */
    public record PeriodState(UUID periodId, String code, String name, String kind, LocalDate startsOn, LocalDate endsOn,
            String status, long version) {

        static PeriodState of(AssessmentPeriod period) {
            return new PeriodState(period.id(), period.code(), period.name(), period.kind().name(), period.startsOn(),
                    period.endsOn(), period.status().name(), period.version());
        }
    }

    /** All periods, latest first. */
    public List<PeriodState> all() {
        return entityManager.createQuery("select p from AssessmentPeriod p order by p.startsOn desc, p.code",
                AssessmentPeriod.class).getResultStream().map(PeriodState::of).toList();
    }

    /**
     * Moves a period on.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND}, {@link Problem#VERSION_STALE}, {@link Problem#MOVE_NOT_ALLOWED}
     */
    public PeriodState move(UUID periodId, long version, PeriodStatus wanted) {
        AssessmentPeriod period = entityManager.find(AssessmentPeriod.class, periodId);
        if (period == null) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        if (period.version() != version) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
        period.moveTo(wanted);
        entityManager.flush();
        return PeriodState.of(period);
    }
}

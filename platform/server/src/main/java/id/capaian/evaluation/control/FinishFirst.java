package id.capaian.evaluation.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.PeriodClosed;
import id.capaian.planning.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Keeps a period from closing while an evaluation is unfinished: once it is closed nobody could rate it any more. */
@ApplicationScoped
class FinishFirst {

    private final EntityManager entityManager;
    private final Periods periods;

    FinishFirst() {
        this(null, null);
    }

    @Inject
    FinishFirst(EntityManager entityManager, Periods periods) {
        this.entityManager = entityManager;
        this.periods = periods;
    }

    /** The closed period is still open to a unit that has an extension; its evaluations may wait. */
    void refuse(@Observes PeriodClosed closing) {
        List<Object[]> unfinished = entityManager.createQuery("""
                select e.unitId, count(e) from Evaluation e where e.periodId = :period
                and e.status <> id.capaian.evaluation.entity.EvaluationStatus.FINAL group by e.unitId""", Object[].class)
                .setParameter("period", closing.periodId()).getResultList();
        long stuck = unfinished.stream().filter(unit -> !periods.isOpen(closing.periodId(), (UUID) unit[0]))
                .mapToLong(unit -> (Long) unit[1]).sum();
        if (stuck > 0) {
            throw ProblemException.of(Problem.EVALUATIONS_UNFINISHED, stuck);
        }
    }
}

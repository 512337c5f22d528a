package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.progress.ProgressChanging;
import id.capaian.progress.ProgressJudging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/**
 * What was handed in does not change any more: progress waits until the rater returns the evaluation. What was rated is
 * not judged any more: the ratings rest on it, and an objection is about both.
 */
@ApplicationScoped
class HoldProgress {

    private final EntityManager entityManager;

    HoldProgress() {
        this(null);
    }

    @Inject
    HoldProgress(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void refuse(@Observes ProgressChanging changing) {
        // The status alone: every save of progress asks.
        entityManager.createQuery("""
                select e.status from Evaluation e where e.planId = :plan and e.periodId = :period""", EvaluationStatus.class)
                .setParameter("plan", changing.skpId()).setParameter("period", changing.periodId())
                .getResultStream().filter(EvaluationStatus::isHandedIn).findFirst().ifPresent(status -> {
                    throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, status);
                });
    }

    void refuse(@Observes ProgressJudging judging) {
        // Not the status: one taken out of the period after rating comes back as it was.
        entityManager.createQuery("""
                select e.status from Evaluation e
                where e.planId = :plan and e.periodId = :period and e.ratedAt is not null""", EvaluationStatus.class)
                .setParameter("plan", judging.skpId()).setParameter("period", judging.periodId())
                .getResultStream().findFirst().ifPresent(status -> {
                    throw ProblemException.of(Problem.MOVE_NOT_ALLOWED, status, status);
                });
    }
}

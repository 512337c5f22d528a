package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.evaluation.entity.RaterScore;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** Keeps a figure about a rater, and sends the list to calibration when the figure asks for it. */
@TenantUseCase
public class WriteRaterScore {

    private final EntityManager entityManager;
    private final RaterSql raters;

    WriteRaterScore() {
        this(null, null);
    }

    @Inject
    WriteRaterScore(EntityManager entityManager, RaterSql raters) {
        this.entityManager = entityManager;
        this.raters = raters;
    }

    /** Who is told already stays told; ratings calibration has looked at stay as it left them. */
    public void write(RaterScore score) {
        raters.insert(score);
        if (score.calibration()) {
            // Waits for who changes one at this moment: the rating that completed the list is committed already.
            entityManager.createQuery("""
                    select e from Evaluation e where e.parties.raterId = :rater and e.periodId = :period
                    and e.status = :rated order by e.id""", Evaluation.class)
                    .setParameter("rater", score.raterId()).setParameter("period", score.periodId())
                    .setParameter("rated", EvaluationStatus.RATED).setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList().forEach(Evaluation::calibrateBySystem);
        }
    }
}

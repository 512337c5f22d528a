package id.capaian.planning.control;

import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.control.PlanSql.Outlived;
import id.capaian.planning.entity.Skp;
import id.capaian.planning.entity.SkpStatus;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Closes plans that were in force and whose last day, or that of their post, has passed. What was never agreed to
 * stays, so that it can still be signed late. Repeating it changes nothing.
 */
@TenantUseCase
public class CloseEndedPlans {

    /** At a time, so that transactions stay short. */
    static final int MOST = 500;

    private final EntityManager entityManager;
    private final PlanSql plans;
    private final Today today;

    CloseEndedPlans() {
        this(null, null, null);
    }

    @Inject
    CloseEndedPlans(EntityManager entityManager, PlanSql plans, Today today) {
        this.entityManager = entityManager;
        this.plans = plans;
        this.today = today;
    }

    /** @return whether there may be more */
    public boolean close() {
        LocalDate date = today.date();
        List<Outlived> outlived = plans.outlivingTheirPost(date, MOST);
        outlived.forEach(plan -> entityManager.find(Skp.class, plan.skpId()).endWithPost(plan.lastDay(), date));
        List<Skp> over = entityManager.createQuery("""
                select s from Skp s where s.status not in :over and s.activeVersion is not null and s.endsOn < :today
                order by s.id""", Skp.class).setParameter("over", Set.of(SkpStatus.CLOSED, SkpStatus.CANCELLED))
                .setParameter("today", date).setMaxResults(MOST).getResultList();
        over.forEach(plan -> plan.closeIfOver(date));
        return outlived.size() == MOST || over.size() == MOST;
    }
}

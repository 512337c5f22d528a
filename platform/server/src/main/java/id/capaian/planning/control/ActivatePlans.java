package id.capaian.planning.control;

import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.planning.entity.Skp;
import id.capaian.planning.entity.SkpStatus;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;

/** Brings approved plans into force whose first day is reached. Repeating it changes nothing. */
@TenantUseCase
public class ActivatePlans {

    /** At a time, so that transactions stay short. */
    static final int MOST = 500;

    private final EntityManager entityManager;
    private final Today today;

    ActivatePlans() {
        this(null, null);
    }

    @Inject
    ActivatePlans(EntityManager entityManager, Today today) {
        this.entityManager = entityManager;
        this.today = today;
    }

    /** @return whether there may be more */
    public boolean activate() {
        LocalDate date = today.date();
        List<Skp> due = entityManager.createQuery("""
                select s from Skp s where s.status = :approved and s.startsOn <= :today order by s.id""", Skp.class)
                .setParameter("approved", SkpStatus.APPROVED).setParameter("today", date).setMaxResults(MOST)
                .getResultList();
        due.forEach(plan -> plan.activateIfDue(date));
        return due.size() == MOST;
    }
}

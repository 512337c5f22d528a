package id.capaian.planning.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.UUID;

/** Extensions of closed periods, which count for a unit and everything below it. */
@ApplicationScoped
class PeriodSql {

    private final EntityManager entityManager;

    PeriodSql() {
        this(null);
    }

    @Inject
    PeriodSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    boolean isExtended(UUID periodId, UUID orgUnitId, LocalDate today) {
        return !entityManager.createNativeQuery("""
                with recursive above as (
                    select org_unit_id, parent_id from __T__.org_unit where org_unit_id = ?
                    union
                    select u.org_unit_id, u.parent_id from __T__.org_unit u join above a on u.org_unit_id = a.parent_id)
                select 1 from __T__.period_extension e join above a on a.org_unit_id = e.org_unit_id
                where e.assessment_period_id = ? and e.open_until >= ?""")
                .setParameter(1, orgUnitId).setParameter(2, periodId).setParameter(3, Date.valueOf(today))
                .getResultList().isEmpty();
    }
}

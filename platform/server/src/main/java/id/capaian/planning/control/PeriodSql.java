package id.capaian.planning.control;

import id.capaian.planning.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Extensions of closed periods, which count for a unit and everything below it. */
@ApplicationScoped
class PeriodSql {

    /** The period people work in now, as {@link id.capaian.planning.Periods#current} says; one row or none. */
    static final String CURRENT = """
            select p.assessment_period_id, p.code, p.name, p.kind, p.starts_on, p.ends_on, p.status
            from __T__.assessment_period p
            order by array_position(array['OPEN', 'GRACE', 'PLANNED', 'CLOSED', 'ARCHIVED'], p.status),
                     array_position(array['MONTHLY', 'QUARTERLY', 'ANNUAL'], p.kind), p.starts_on desc
            limit 1""";

    private final EntityManager entityManager;

    PeriodSql() {
        this(null);
    }

    @Inject
    PeriodSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Optional<Period> current() {
        List<?> rows = entityManager.createNativeQuery(CURRENT).getResultList();
        return rows.stream().map(row -> period((Object[]) row, 0)).findFirst();
    }

    /** A period from the columns of {@link #CURRENT} beginning at {@code at}. */
    static Period period(Object[] row, int at) {
        return new Period((UUID) row[at], (String) row[at + 1], (String) row[at + 2], (String) row[at + 3],
                ((Date) row[at + 4]).toLocalDate(), ((Date) row[at + 5]).toLocalDate(), (String) row[at + 6]);
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

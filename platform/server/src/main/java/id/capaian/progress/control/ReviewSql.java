package id.capaian.progress.control;

import id.capaian.progress.Review;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Whose progress somebody judges, in one statement. */
@ApplicationScoped
class ReviewSql {

    private final EntityManager entityManager;

    ReviewSql() {
        this(null);
    }

    @Inject
    ReviewSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * In periods that are open or in grace, or extended for the person's unit or one above it: whose plan is rated by
     * this person on the day of the period that counts, or on its last day when it ended before that, within the
     * period. Newest period first; where most waits first. Evaluation, which lies above, is asked in the same
     * statement: what was rated cannot be judged, and must not wait for ever.
     */
    List<Review> of(UUID raterId, LocalDate today) {
        List<?> rows = entityManager.createNativeQuery("""
                select e.employee_id, concat_ws(', ', concat_ws(' ', e.title_before, e.full_name), e.title_after),
                    p.assessment_period_id, p.code, p.name, p.ends_on, count(x.progress_entry_id)
                from __T__.assessment_period p
                cross join lateral (select greatest(p.starts_on, least(p.ends_on, cast(? as date))) as counting) d
                join __T__.rater_line l on l.rater_id = ?
                join __T__.assignment a on a.assignment_id = l.assignment_id
                join __T__.employee e on e.employee_id = a.employee_id
                join __T__.skp s on s.assignment_id = a.assignment_id and s.active_version is not null
                    and s.status <> 'CANCELLED' and s.starts_on <= d.counting and s.ends_on >= p.starts_on
                    and l.valid_from <= least(d.counting, s.ends_on)
                    and (l.valid_to is null or l.valid_to >= least(d.counting, s.ends_on))
                left join __T__.evaluation v on v.skp_id = s.skp_id
                    and v.assessment_period_id = p.assessment_period_id
                left join __T__.progress_entry x on x.skp_id = s.skp_id and x.status = 'SAVED'
                    and x.assessment_period_id = p.assessment_period_id and x.value is not null
                    and v.rated_at is null
                where p.status in ('OPEN', 'GRACE') or p.status = 'CLOSED' and exists (
                    with recursive above as (
                        select u.org_unit_id, u.parent_id from __T__.org_unit u where u.org_unit_id = a.org_unit_id
                        union
                        select u.org_unit_id, u.parent_id
                        from __T__.org_unit u join above b on u.org_unit_id = b.parent_id)
                    select 1 from __T__.period_extension t join above b on b.org_unit_id = t.org_unit_id
                    where t.assessment_period_id = p.assessment_period_id and t.open_until >= cast(? as date))
                group by p.assessment_period_id, e.employee_id
                order by p.starts_on desc, p.code, count(x.progress_entry_id) desc, e.full_name""")
                .setParameter(1, Date.valueOf(today)).setParameter(2, raterId).setParameter(3, Date.valueOf(today))
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Review((UUID) row[0], (String) row[1],
                (UUID) row[2], (String) row[3], (String) row[4], ((Date) row[5]).toLocalDate(),
                ((Number) row[6]).intValue())).toList();
    }
}

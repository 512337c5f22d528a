package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.Duty;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What waits for somebody: own evaluations one by one, those of others counted. */
@ApplicationScoped
class DutySql {

    private final EntityManager entityManager;
    private final Periods periods;

    DutySql() {
        this(null, null);
    }

    @Inject
    DutySql(EntityManager entityManager, Periods periods) {
        this.entityManager = entityManager;
        this.periods = periods;
    }

    List<Duty> of(UUID employee, ZoneId zone) {
        List<Duty> duties = new ArrayList<>(own(employee, zone));
        duties.addAll(forOthers(employee));
        return duties;
    }

    private List<Duty> own(UUID employee, ZoneId zone) {
        List<?> rows = entityManager.createNativeQuery("""
                select evaluation_id, status, assessment_period_id, answer_due_at from __T__.evaluation
                where employee_id = ? and status in ('SELF_FILLING', 'RETURNED_FOR_EVIDENCE', 'DELIVERED')
                order by evaluation_id""").setParameter(1, employee).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> duty(row, zone)).toList();
    }

    private Duty duty(Object[] row, ZoneId zone) {
        Period period = periods.find((UUID) row[2]).orElseThrow();
        LocalDate due = row[3] == null ? period.endsOn()
                : LocalDate.ofInstant(((Timestamp) row[3]).toInstant().minusSeconds(1), zone);
        return new Duty((String) row[1], (UUID) row[0], period.name(), 1, due);
    }

    private List<Duty> forOthers(UUID employee) {
        List<?> rows = entityManager.createNativeQuery("""
                select duty, count(*) from (
                    select case when status in ('SELF_SUBMITTED', 'UNDER_REVIEW') then 'RATE'
                                when status = 'RATED' then 'DELIVER' else 'EXPLAIN' end as duty
                    from __T__.evaluation
                    where rater_id = ? and status in ('SELF_SUBMITTED', 'UNDER_REVIEW', 'RATED', 'OBJECTED')
                    union all
                    select 'DECIDE' from __T__.evaluation where rater_superior_id = ? and status = 'EXPLAINED') waiting
                group by duty""").setParameter(1, employee).setParameter(2, employee).getResultList();
        return rows.stream().map(Object[].class::cast).map(row ->
                new Duty((String) row[0], null, null, ((Number) row[1]).intValue(), null)).toList();
    }
}

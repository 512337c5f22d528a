package id.capaian.planning.control;

import id.capaian.planning.control.ReadPlans.TeamLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A rater's people and their plans in one statement: who is rated today, and whose plan of a post that ended is not yet
 * agreed to, for the rater of its last day.
 */
@ApplicationScoped
class TeamSql {

    private final EntityManager entityManager;

    TeamSql() {
        this(null);
    }

    @Inject
    TeamSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<TeamLine> ratedBy(UUID raterId, LocalDate today) {
        List<?> rows = entityManager.createNativeQuery("""
                select e.employee_id, concat_ws(', ', concat_ws(' ', e.title_before, e.full_name), e.title_after),
                       o.name, s.skp_id, s.status, s.version, s.skp_id is null or
                """ + SheetSql.ALIGNED + """
                from __T__.rater_line l
                join __T__.assignment a on a.assignment_id = l.assignment_id
                join __T__.employee e on e.employee_id = a.employee_id
                join __T__.position o on o.position_id = a.position_id
                left join __T__.skp s on s.assignment_id = a.assignment_id and s.status not in ('CLOSED', 'CANCELLED')
                where l.rater_id = ?
                  and least(?, s.ends_on) between l.valid_from and coalesce(l.valid_to, date 'infinity')
                  and (s.skp_id is not null
                       or a.valid_from <= ? and (a.valid_to is null or a.valid_to >= ?))
                order by coalesce(s.status in ('SUBMITTED', 'REVISION_REQUESTED'), false) desc, e.full_name,
                         s.starts_on""")
                .setParameter(1, raterId).setParameter(2, Date.valueOf(today)).setParameter(3, Date.valueOf(today))
                .setParameter(4, Date.valueOf(today)).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new TeamLine((UUID) row[0], (String) row[1],
                (String) row[2], (UUID) row[3], (String) row[4], (Long) row[5], (Boolean) row[6])).toList();
    }
}

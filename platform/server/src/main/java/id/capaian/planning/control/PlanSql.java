package id.capaian.planning.control;

import id.capaian.planning.Plan;
import id.capaian.planning.PlanHead;
import id.capaian.planning.PlanIndicator;
import id.capaian.planning.PlanResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whole plans in one statement each: mapped entities would read a plan in five, and lists of plans in thousands.
 */
@ApplicationScoped
class PlanSql {

    private static final String PLAN = """
            select s.skp_id, s.assignment_id, a.employee_id, s.status, v.version_no, v.pack_id, v.pack_version,
                   v.indicator_set, s.starts_on, s.ends_on,
                   r.work_result_id, r.kind, r.sequence, r.title,
                   coalesce(i.origin_id, i.individual_indicator_id), i.code, i.name, i.aspect, i.unit_of_measure,
                   i.direction, i.target, i.target_low, i.target_high, i.weight, i.attribution
            from __T__.skp s
            join __T__.assignment a on a.assignment_id = s.assignment_id
            """;
    private static final String RESULTS = """
            left join __T__.work_result r on r.skp_version_id = v.skp_version_id
            left join __T__.individual_indicator i on i.work_result_id = r.work_result_id
            """;
    /** The version in force, else the latest draft. */
    private static final String CONTENT = PLAN + """
            join __T__.skp_version v on v.skp_id = s.skp_id and v.version_no = coalesce(s.active_version,
                 (select max(l.version_no) from __T__.skp_version l where l.skp_id = s.skp_id))
            """ + RESULTS;
    /** The version that was in force at a moment; the same as above where there is none, or no moment is given. */
    private static final String CONTENT_AT = PLAN + """
            join unnest(cast(? as uuid[]), cast(? as timestamptz[])) as asked(skp_id, moment) on asked.skp_id = s.skp_id
            join __T__.skp_version v on v.skp_id = s.skp_id and v.version_no = coalesce(
                 (select max(k.version_no) from __T__.skp_version k
                  where k.skp_id = s.skp_id and k.version_no <= s.active_version
                    and coalesce(k.agreed_at, '-infinity') <= asked.moment),
                 s.active_version, (select max(l.version_no) from __T__.skp_version l where l.skp_id = s.skp_id))
            """ + RESULTS;
    private static final String ORDER = " order by a.kind <> 'DEFINITIVE', s.skp_id, r.sequence, i.sequence";

    private final EntityManager entityManager;

    PlanSql() {
        this(null);
    }

    @Inject
    PlanSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    List<Plan> inForce(UUID employeeId, LocalDate from, LocalDate to) {
        return assemble(entityManager.createNativeQuery(CONTENT + """
                where a.employee_id = ? and s.active_version is not null and s.status <> 'CANCELLED'
                  and s.starts_on <= ? and s.ends_on >= ?""" + ORDER)
                .setParameter(1, employeeId).setParameter(2, Date.valueOf(to)).setParameter(3, Date.valueOf(from)));
    }

    List<Plan> plans(Collection<UUID> skpIds) {
        return assemble(entityManager.createNativeQuery(CONTENT + "where s.skp_id = any(cast(? as uuid[]))" + ORDER)
                .setParameter(1, IndicatorSql.uuids(skpIds)));
    }

    /** By plan. */
    Map<UUID, UUID> assignments(Collection<UUID> skpIds) {
        List<?> rows = entityManager.createNativeQuery("""
                select skp_id, assignment_id from __T__.skp where skp_id = any(cast(? as uuid[]))""")
                .setParameter(1, IndicatorSql.uuids(skpIds)).getResultList();
        return rows.stream().map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
    }

    /** The moments are by plan; one that is null asks for the version in force now. */
    List<Plan> plansAt(Map<UUID, Instant> moments) {
        List<Map.Entry<UUID, Instant>> asked = List.copyOf(moments.entrySet());
        return assemble(entityManager.createNativeQuery(CONTENT_AT + ORDER)
                .setParameter(1, IndicatorSql.uuids(asked.stream().map(Map.Entry::getKey).toList()))
                .setParameter(2, asked.stream().map(entry -> String.valueOf(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"))));
    }

    /** The post asks too: a plan nobody ended in time still ends with it. */
    List<PlanHead> activeIn(UUID periodId) {
        List<?> rows = entityManager.createNativeQuery("""
                select s.skp_id, s.assignment_id, a.employee_id, a.org_unit_id, least(s.ends_on, a.valid_to)
                from __T__.assessment_period p
                join __T__.skp s on s.starts_on <= p.ends_on and s.ends_on >= p.starts_on
                join __T__.assignment a on a.assignment_id = s.assignment_id
                     and greatest(a.valid_from, s.starts_on, p.starts_on) <= least(a.valid_to, s.ends_on, p.ends_on)
                where p.assessment_period_id = ? and s.active_version is not null and s.status <> 'CANCELLED'
                order by s.skp_id""")
                .setParameter(1, periodId).getResultList();
        return rows.stream().map(row -> (Object[]) row)
                .map(row -> new PlanHead((UUID) row[0], (UUID) row[1], (UUID) row[2], (UUID) row[3], date(row[4])))
                .toList();
    }

    /** Those of the assignments that have a plan, not cancelled, on some day of the span. */
    Set<UUID> assignmentsWithPlan(Collection<UUID> assignmentIds, LocalDate from, LocalDate to) {
        List<?> rows = entityManager.createNativeQuery("""
                select distinct s.assignment_id from __T__.skp s
                where s.assignment_id = any(cast(? as uuid[])) and s.status <> 'CANCELLED'
                  and s.starts_on <= ? and s.ends_on >= ?""")
                .setParameter(1, IndicatorSql.uuids(assignmentIds)).setParameter(2, Date.valueOf(to))
                .setParameter(3, Date.valueOf(from)).getResultList();
        return rows.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    /** The last day planned for an assignment within a span; empty when nothing is. */
    Optional<LocalDate> lastPlannedDay(UUID assignmentId, LocalDate from, LocalDate to) {
        Object last = entityManager.createNativeQuery("""
                select max(s.ends_on) from __T__.skp s
                where s.assignment_id = ? and s.status <> 'CANCELLED' and s.starts_on <= ? and s.ends_on >= ?""")
                .setParameter(1, assignmentId).setParameter(2, Date.valueOf(to)).setParameter(3, Date.valueOf(from))
                .getSingleResult();
        return Optional.ofNullable(last).map(PlanSql::date);
    }

    /** A plan that goes on after the last day of its post. */
    record Outlived(UUID skpId, LocalDate lastDay) {
    }

    /** Plans that go on after the last day of their post, or would only begin after it; at most so many. */
    List<Outlived> outlivingTheirPost(LocalDate today, int most) {
        List<?> rows = entityManager.createNativeQuery("""
                select s.skp_id, a.valid_to from __T__.skp s
                join __T__.assignment a on a.assignment_id = s.assignment_id and a.valid_to is not null
                where s.status <> 'CANCELLED' and s.ends_on > greatest(a.valid_to, s.starts_on)
                   or s.status not in ('CLOSED', 'CANCELLED') and s.starts_on > a.valid_to
                      and (s.active_version is null or s.starts_on > ?)
                order by s.skp_id limit ?""").setParameter(1, Date.valueOf(today)).setParameter(2, most)
                .getResultList();
        return rows.stream().map(row -> (Object[]) row)
                .map(row -> new Outlived((UUID) row[0], date(row[1]))).toList();
    }

    private static List<Plan> assemble(Query query) {
        Map<Object, List<Object[]>> byPlan = new LinkedHashMap<>();
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            byPlan.computeIfAbsent(columns[0], plan -> new ArrayList<>()).add(columns);
        }
        return byPlan.values().stream().map(PlanSql::plan).toList();
    }

    private static Plan plan(List<Object[]> rows) {
        Object[] head = rows.get(0);
        Map<Object, List<Object[]>> byResult = new LinkedHashMap<>();
        // A draft may have no result yet; an outer join then answers one row without any.
        rows.stream().filter(row -> row[10] != null)
                .forEach(row -> byResult.computeIfAbsent(row[10], result -> new ArrayList<>()).add(row));
        return new Plan((UUID) head[0], (UUID) head[1], (UUID) head[2], (String) head[3], (Integer) head[4],
                (String) head[5], (String) head[6], (String) head[7], date(head[8]), date(head[9]),
                byResult.values().stream().map(PlanSql::result).toList());
    }

    private static PlanResult result(List<Object[]> rows) {
        Object[] head = rows.get(0);
        return new PlanResult((UUID) head[10], (String) head[11], (Integer) head[12], (String) head[13],
                rows.stream().filter(row -> row[14] != null).map(PlanSql::indicator).toList());
    }

    private static PlanIndicator indicator(Object[] row) {
        return new PlanIndicator((UUID) row[14], (UUID) row[0], (UUID) row[2], (UUID) row[10], (String) row[15],
                (String) row[16], (String) row[17], (String) row[18], (String) row[19], IndicatorSql.plain(row[20]),
                IndicatorSql.plain(row[21]), IndicatorSql.plain(row[22]), IndicatorSql.plain(row[23]),
                (String) row[24]);
    }

    private static LocalDate date(Object date) {
        return ((Date) date).toLocalDate();
    }
}

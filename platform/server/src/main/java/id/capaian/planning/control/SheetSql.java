package id.capaian.planning.control;

import id.capaian.planning.Period;
import id.capaian.planning.Reading;
import id.capaian.planning.control.PlanSheet.IndicatorLine;
import id.capaian.planning.control.PlanSheet.ResultLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Plans with the newest values: the read of every visit of one's own plan, so it is one statement, period, posts, content
 * and values together.
 */
@ApplicationScoped
class SheetSql {

    private static final String VERSION_SHOWN = """
            coalesce(s.active_version, (select max(l.version_no) from __T__.skp_version l where l.skp_id = s.skp_id))""";
    private static final String VERSION_NEWEST =
            "(select max(l.version_no) from __T__.skp_version l where l.skp_id = s.skp_id)";
    private static final String ORDER = " order by a.kind <> 'DEFINITIVE', s.starts_on desc, s.skp_id, r.sequence, i.sequence";
    private static final int PLAN = 7;
    private static final int RESULT = PLAN + 15;
    private static final int INDICATOR = RESULT + 4;
    private static final int READING = INDICATOR + 11;

    private final EntityManager entityManager;

    SheetSql() {
        this(null);
    }

    @Inject
    SheetSql(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Plans of a person that end today or later and are neither closed nor cancelled. */
    OwnPlans own(UUID employeeId, LocalDate today) {
        return sheets(entityManager.createNativeQuery(content(VERSION_SHOWN)
                + "where a.employee_id = ? and s.status not in ('CLOSED', 'CANCELLED') and s.ends_on >= ?" + ORDER)
                .setParameter(1, employeeId).setParameter(2, Date.valueOf(today)));
    }

    /** Any plans: with the version in force, or with the newest, which a rater has to judge. */
    OwnPlans ofPlans(Collection<UUID> skpIds, boolean newest) {
        return sheets(entityManager.createNativeQuery(content(newest ? VERSION_NEWEST : VERSION_SHOWN)
                + "where s.skp_id = any(cast(? as uuid[]))" + ORDER).setParameter(1, IndicatorSql.uuids(skpIds)));
    }

    /** The seven values with the expectations of one plan. */
    List<BehaviorLine> behavior(UUID skpId, int versionNo, LocalDate today) {
        List<?> rows = entityManager.createNativeQuery("""
                select b.value_no, b.name_id, b.name_en, c.text_id, e.expectation
                from ref.behavior_value b
                join ref.conduct_point c on c.value_no = b.value_no
                     and c.valid_from <= ? and (c.valid_to is null or c.valid_to >= ?)
                left join __T__.skp_version v on v.skp_id = ? and v.version_no = ?
                left join __T__.behavior_expectation e on e.skp_version_id = v.skp_version_id and e.value_no = b.value_no
                where b.valid_from <= ? and (b.valid_to is null or b.valid_to >= ?)
                order by b.value_no, c.point_no""")
                .setParameter(1, Date.valueOf(today)).setParameter(2, Date.valueOf(today)).setParameter(3, skpId)
                .setParameter(4, versionNo).setParameter(5, Date.valueOf(today)).setParameter(6, Date.valueOf(today))
                .getResultList();
        Map<Object, List<Object[]>> byValue = grouped(rows, 0);
        return byValue.values().stream().map(points -> new BehaviorLine((Integer) points.get(0)[0],
                (String) points.get(0)[1], (String) points.get(0)[2], points.stream().map(row -> (String) row[3]).toList(),
                (String) points.get(0)[4])).toList();
    }

    private static String content(String version) {
        return """
                select p.*, s.skp_id, s.assignment_id, a.employee_id, o.name as position_name, u.name as unit_name,
                       s.status as plan_status, v.version_no, coalesce(v.version_no = s.active_version, false) as in_force,
                       s.revision_note, v.pack_id, v.pack_version, v.indicator_set, s.starts_on as plan_starts, s.ends_on as plan_ends, s.version,
                       r.work_result_id, r.kind as result_kind, r.sequence, r.title,
                       i.individual_indicator_id, i.code as indicator_code, i.name as indicator_name, i.aspect,
                       i.unit_of_measure, i.direction, i.target, i.target_low, i.target_high, i.weight, i.attribution,
                       x.indicator_value_id, x.value, x.source, x.taken_at, x.sample_size, x.population, x.completeness,
                       x.timeliness, x.accuracy, x.progress_entry_id
                from __T__.skp s
                join __T__.assignment a on a.assignment_id = s.assignment_id
                join __T__.position o on o.position_id = a.position_id
                join __T__.org_unit u on u.org_unit_id = a.org_unit_id
                join __T__.skp_version v on v.skp_id = s.skp_id and v.version_no =""" + " " + version + """

                join __T__.work_result r on r.skp_version_id = v.skp_version_id
                join __T__.individual_indicator i on i.work_result_id = r.work_result_id
                left join lateral (""" + PeriodSql.CURRENT + """
                ) p on true
                left join lateral (
                    select w.* from __T__.indicator_value w
                    where w.subject_id = case when i.attribution = 'PERSON' then a.employee_id else a.org_unit_id end
                      and w.assessment_period_id = p.assessment_period_id and w.indicator_code = i.code
                    order by w.indicator_value_id desc limit 1) x on true
                """;
    }

    private static OwnPlans sheets(Query query) {
        List<?> rows = query.getResultList();
        if (rows.isEmpty()) {
            return new OwnPlans(null, List.of());
        }
        Object[] first = (Object[]) rows.get(0);
        Period period = first[0] == null ? null : PeriodSql.period(first, 0);
        return new OwnPlans(period, grouped(rows, PLAN).values().stream().map(SheetSql::sheet).toList());
    }

    private static Map<Object, List<Object[]>> grouped(List<?> rows, int by) {
        Map<Object, List<Object[]>> groups = new LinkedHashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            groups.computeIfAbsent(columns[by], key -> new ArrayList<>()).add(columns);
        }
        return groups;
    }

    private static PlanSheet sheet(List<Object[]> rows) {
        Object[] row = rows.get(0);
        int at = PLAN;
        return new PlanSheet((UUID) row[at], (UUID) row[at + 1], (UUID) row[at + 2], (String) row[at + 3],
                (String) row[at + 4], (String) row[at + 5], (Integer) row[at + 6], (Boolean) row[at + 7],
                (String) row[at + 8], (String) row[at + 9], (String) row[at + 10], (String) row[at + 11],
                ((Date) row[at + 12]).toLocalDate(), ((Date) row[at + 13]).toLocalDate(), (Long) row[at + 14],
                grouped(rows, RESULT).values().stream().map(SheetSql::result).toList());
    }

    private static ResultLine result(List<Object[]> rows) {
        Object[] row = rows.get(0);
        return new ResultLine((UUID) row[RESULT], (String) row[RESULT + 1], (Integer) row[RESULT + 2],
                (String) row[RESULT + 3], rows.stream().map(SheetSql::indicator).toList());
    }

    private static IndicatorLine indicator(Object[] row) {
        int at = INDICATOR;
        return new IndicatorLine((UUID) row[at], (String) row[at + 1], (String) row[at + 2], (String) row[at + 3],
                (String) row[at + 4], (String) row[at + 5], plain(row[at + 6]), plain(row[at + 7]), plain(row[at + 8]),
                plain(row[at + 9]), (String) row[at + 10], reading(row, (String) row[at + 1]));
    }

    private static Reading reading(Object[] row, String code) {
        int at = READING;
        return row[at] == null ? null : IndicatorSql.reading(new Object[] {row[at], code, row[at + 1], row[at + 2],
                row[at + 3], row[at + 4], row[at + 5], row[at + 6], row[at + 7], row[at + 8], row[at + 9]}, 0);
    }

    private static BigDecimal plain(Object number) {
        return IndicatorSql.plain(number);
    }
}

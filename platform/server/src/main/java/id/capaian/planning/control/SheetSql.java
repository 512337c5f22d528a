package id.capaian.planning.control;

import id.capaian.kernel.tenancy.DirectSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Plans with the newest values: the read of every visit of one's own plan, so it is one statement, period, posts,
 * content and values together. What plan a recorded value is of, see {@link id.capaian.planning.PlanReadings}, is a
 * sub-select, which no planner turns into reading all progress of the tenant.
 */
@ApplicationScoped
class SheetSql {

    private static final String VERSION_SHOWN = """
            coalesce(s.active_version,
                     (select max(l.version_no) from __T__.skp_version l where l.skp_id = s.skp_id))""";
    /** The version being prepared, else that in force: one that was being prepared when the plan closed is nobody's. */
    private static final String VERSION_NEWEST = """
            coalesce(case when s.status = 'CLOSED' then s.active_version end,
                     (select max(l.version_no) from __T__.skp_version l where l.skp_id = s.skp_id))""";
    private static final String ORDER = " order by s.status = 'CLOSED', a.kind <> 'DEFINITIVE', s.starts_on desc,"
            + " s.skp_id, r.sequence, i.sequence";
    /** Whether the leader of plan {@code s} has an approved plan of the time, or there is no leader. */
    static final String ALIGNED = """
            not exists (
                select 1 from (select l.rater_id from __T__.rater_line l
                               where l.assignment_id = s.assignment_id and l.valid_from <= s.ends_on
                               order by l.valid_from desc limit 1) leader
                where not exists (
                    select 1 from __T__.assignment la join __T__.skp ls on ls.assignment_id = la.assignment_id
                    where la.employee_id = leader.rater_id and ls.active_version is not null
                      and ls.status <> 'CANCELLED' and ls.starts_on <= s.ends_on and ls.ends_on >= s.starts_on))
            """;
    private static final String OWN = content(VERSION_SHOWN)
            + "where a.employee_id = ? and s.status <> 'CANCELLED' and (s.status <> 'CLOSED' or s.ends_on >= ?)"
            + ORDER;
    private static final String OF_PERSON = content(VERSION_NEWEST) + "where a.employee_id = ?" + ORDER;
    private static final String SHOWN = content(VERSION_SHOWN) + "where s.skp_id = any(?)" + ORDER;
    private static final String NEWEST = content(VERSION_NEWEST) + "where s.skp_id = any(?)" + ORDER;

    private final DirectSql sql;

    SheetSql() {
        this(null);
    }

    @Inject
    SheetSql(DirectSql sql) {
        this.sql = sql;
    }

    /** Plans of a person that are not over, then closed ones that ended on a day or later. */
    OwnPlans own(UUID employeeId, LocalDate closedSince, LocalDate today) {
        return sql.read(OWN, SheetRows::all, today, employeeId, closedSince);
    }

    /** All plans of a person with what each says newest. */
    OwnPlans ofPerson(UUID employeeId, LocalDate today) {
        return sql.read(OF_PERSON, SheetRows::all, today, employeeId);
    }

    /** Any plans: with the version in force, or with the newest, which a rater has to judge. */
    OwnPlans ofPlans(Collection<UUID> skpIds, boolean newest, LocalDate today) {
        return sql.read(newest ? NEWEST : SHOWN, SheetRows::all, today, skpIds);
    }

    /** The seven values with the expectations of one plan. */
    List<BehaviorLine> behavior(UUID skpId, int versionNo, LocalDate today) {
        return sql.read("""
                select b.value_no, b.name_id, b.name_en, c.text_id, e.expectation
                from ref.behavior_value b
                join ref.conduct_point c on c.value_no = b.value_no
                     and c.valid_from <= ? and (c.valid_to is null or c.valid_to >= ?)
                left join __T__.skp_version v on v.skp_id = ? and v.version_no = ?
                left join __T__.behavior_expectation e
                     on e.skp_version_id = v.skp_version_id and e.value_no = b.value_no
                where b.valid_from <= ? and (b.valid_to is null or b.valid_to >= ?)
                order by b.value_no, c.point_no""", SheetSql::lines, today, today, skpId, versionNo, today, today);
    }

    private static List<BehaviorLine> lines(ResultSet rows) throws SQLException {
        List<BehaviorLine> lines = new ArrayList<>();
        for (boolean more = rows.next(); more;) {
            int value = rows.getInt(1);
            String nameId = rows.getString(2);
            String nameEn = rows.getString(3);
            String expectation = rows.getString(5);
            List<String> points = new ArrayList<>();
            while (more && rows.getInt(1) == value) {
                points.add(rows.getString(4));
                more = rows.next();
            }
            lines.add(new BehaviorLine(value, nameId, nameEn, points, expectation));
        }
        return lines;
    }

    private static String content(String version) {
        return """
                select p.*, s.skp_id, s.assignment_id, a.employee_id, o.name as position_name, u.name as unit_name,
                       s.status as plan_status, v.version_no,
                       coalesce(v.version_no = s.active_version, false) as in_force,
                       s.revision_note, v.pack_id, v.pack_version, v.indicator_set, s.starts_on as plan_starts,
                       s.ends_on as plan_ends, v.plan_form, v.plan_answers,
                """ + ALIGNED + """
                       as aligned, s.version, s.revision_rejected, a.kind as post_kind, o.position_group,
                       r.work_result_id, r.kind as result_kind, r.sequence, r.title, r.expectation,
                       coalesce(i.origin_id, i.individual_indicator_id) as indicator_id, i.code as indicator_code,
                       i.name as indicator_name, i.aspect, i.perspective,
                       i.unit_of_measure, i.direction, i.target, i.target_low, i.target_high, i.weight, i.attribution,
                       x.indicator_value_id, x.value, x.source, x.taken_at, x.sample_size, x.population, x.completeness,
                       x.timeliness, x.accuracy, x.progress_entry_id
                from __T__.skp s
                join __T__.assignment a on a.assignment_id = s.assignment_id
                join __T__.position o on o.position_id = a.position_id
                join __T__.org_unit u on u.org_unit_id = a.org_unit_id
                join __T__.skp_version v on v.skp_id = s.skp_id and v.version_no =""" + " " + version + """

                left join __T__.work_result r on r.skp_version_id = v.skp_version_id
                left join __T__.individual_indicator i on i.work_result_id = r.work_result_id
                left join lateral (""" + PeriodSql.CURRENT + """
                ) p on true
                left join lateral (
                    select w.* from __T__.indicator_value w
                    where w.subject_id = case when i.attribution = 'PERSON' then a.employee_id else a.org_unit_id end
                      and w.assessment_period_id = p.assessment_period_id and w.indicator_code = i.code
                      and (w.progress_entry_id is null or s.skp_id = (
                          select n.skp_id from __T__.progress_entry n where n.progress_entry_id = w.progress_entry_id))
                    order by w.indicator_value_id desc limit 1) x on true
                """;
    }
}

package id.capaian.planning.control;

import id.capaian.kernel.tenancy.DirectSql;
import id.capaian.planning.IndicatorAtWork;
import id.capaian.planning.PlanIndicator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What every save of progress asks of planning, in one statement: indicator, plan, post and period together. An
 * indicator is named by the first of its line and read as the version shown has it, or, when that one dropped it, as it
 * was. The version shown is a sub-select with a limit, which keeps the planner from starting there and reading every
 * plan of the tenant.
 */
@ApplicationScoped
class AtWorkSql {

    private static final String HEAD = """
            select f.individual_indicator_id, s.skp_id, a.employee_id, i.work_result_id, i.code, i.name, i.aspect,
                   i.unit_of_measure, i.direction, i.target, i.target_low, i.target_high, i.weight, i.attribution,
                   a.org_unit_id, w.pack_id, w.pack_version,
                   i.shown and s.active_version is not null and s.status <> 'CANCELLED' as agreed,
                   s.starts_on as plan_starts, s.ends_on as plan_ends, p.*
            from __T__.individual_indicator f
            join __T__.work_result r on r.work_result_id = f.work_result_id
            join __T__.skp_version v on v.skp_version_id = r.skp_version_id
            join __T__.skp s on s.skp_id = v.skp_id
            join __T__.assignment a on a.assignment_id = s.assignment_id
            join lateral (
                select l.skp_version_id, l.pack_id, l.pack_version from __T__.skp_version l where l.skp_id = s.skp_id
                order by l.version_no = s.active_version desc nulls last, l.version_no desc limit 1) w on true
            join lateral (
                select n.*, o.skp_version_id = w.skp_version_id as shown
                from __T__.individual_indicator n
                join __T__.work_result o on o.work_result_id = n.work_result_id
                where n.individual_indicator_id = f.individual_indicator_id or n.origin_id = f.individual_indicator_id
                order by shown desc, n.individual_indicator_id limit 1) i on true
            left join lateral (""";
    private static final String TAIL = """
            ) p on true
            where f.individual_indicator_id = ? and f.origin_id is null""";
    private static final String IN_CURRENT = HEAD + PeriodSql.CURRENT + TAIL;
    private static final String IN_CHOSEN = HEAD + PeriodSql.CHOSEN + TAIL;
    private static final int PERIOD = 21;

    private final DirectSql sql;

    AtWorkSql() {
        this(null);
    }

    @Inject
    AtWorkSql(DirectSql sql) {
        this.sql = sql;
    }

    /** In the period people work in now. */
    Optional<IndicatorAtWork> inCurrent(UUID individualIndicatorId, LocalDate today) {
        return sql.read(IN_CURRENT, AtWorkSql::first, today, individualIndicatorId);
    }

    Optional<IndicatorAtWork> in(UUID periodId, UUID individualIndicatorId) {
        return sql.read(IN_CHOSEN, AtWorkSql::first, periodId, individualIndicatorId);
    }

    private static Optional<IndicatorAtWork> first(ResultSet rows) throws SQLException {
        return rows.next() ? Optional.of(atWork(rows)) : Optional.empty();
    }

    private static IndicatorAtWork atWork(ResultSet row) throws SQLException {
        return new IndicatorAtWork(indicator(row), uuid(row, 15), row.getString(16), row.getString(17),
                row.getBoolean(18), row.getObject(19, LocalDate.class), row.getObject(20, LocalDate.class),
                PeriodSql.period(row, PERIOD));
    }

    private static PlanIndicator indicator(ResultSet row) throws SQLException {
        return new PlanIndicator(uuid(row, 1), uuid(row, 2), uuid(row, 3), uuid(row, 4), row.getString(5), row.getString(6),
                row.getString(7), row.getString(8), row.getString(9), number(row, 10), number(row, 11), number(row, 12),
                number(row, 13), row.getString(14));
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static BigDecimal number(ResultSet row, int column) throws SQLException {
        return IndicatorSql.plain(row.getBigDecimal(column));
    }
}

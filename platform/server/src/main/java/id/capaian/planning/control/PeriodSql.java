package id.capaian.planning.control;

import id.capaian.kernel.tenancy.DirectSql;
import id.capaian.planning.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The current period; what a unit may write in; extensions, which count for a unit and everything below it. */
@ApplicationScoped
class PeriodSql {

    private static final String COLUMNS = """
            select p.assessment_period_id, p.code, p.name, p.kind, p.starts_on, p.ends_on, p.status
            from __T__.assessment_period p
            """;
    /**
     * The period people work in now, as {@link id.capaian.planning.Periods#current} says; one row or none. Its one
     * parameter is today: of planned periods the next to come counts, and one that nobody opened in its time does not,
     * not even before those that were closed.
     */
    static final String CURRENT = COLUMNS + """
            cross join (select cast(? as date) as today) t
            order by p.status = 'PLANNED' and p.ends_on < t.today,
                     array_position(array['OPEN', 'GRACE', 'PLANNED', 'CLOSED', 'ARCHIVED'], p.status),
                     case p.status when 'PLANNED' then abs(p.ends_on - t.today) end,
                     array_position(array['MONTHLY', 'QUARTERLY', 'ANNUAL'], p.kind), p.starts_on desc
            limit 1""";
    /** The period with an id, in the same columns. */
    static final String CHOSEN = COLUMNS + "where p.assessment_period_id = ?";
    private static final String ABOVE = """
            with recursive above as (
                select org_unit_id, parent_id from __T__.org_unit where org_unit_id = ?
                union
                select u.org_unit_id, u.parent_id from __T__.org_unit u join above a on u.org_unit_id = a.parent_id)
            """;

    private final DirectSql sql;

    PeriodSql() {
        this(null);
    }

    @Inject
    PeriodSql(DirectSql sql) {
        this.sql = sql;
    }

    Optional<Period> current(LocalDate today) {
        return sql.read(CURRENT, rows -> rows.next() ? Optional.of(period(rows, 1)) : Optional.empty(), today);
    }

    /** A period from the columns of {@link #CURRENT} beginning at {@code at}; null when they are. */
    static Period period(ResultSet row, int at) throws SQLException {
        UUID id = row.getObject(at, UUID.class);
        return id == null ? null : new Period(id, row.getString(at + 1), row.getString(at + 2), row.getString(at + 3),
                row.getObject(at + 4, LocalDate.class), row.getObject(at + 5, LocalDate.class), row.getString(at + 6));
    }

    boolean isExtended(UUID periodId, UUID orgUnitId, LocalDate today) {
        return sql.read(ABOVE + """
                select 1 from __T__.period_extension e join above a on a.org_unit_id = e.org_unit_id
                where e.assessment_period_id = ? and e.open_until >= ?""",
                ResultSet::next, orgUnitId, periodId, today);
    }

    List<Period> takingEntries(UUID orgUnitId, LocalDate today) {
        return sql.read(ABOVE + COLUMNS + """
                where p.status in ('OPEN', 'GRACE') or p.status = 'CLOSED' and exists (
                    select 1 from __T__.period_extension e join above a on a.org_unit_id = e.org_unit_id
                    where e.assessment_period_id = p.assessment_period_id and e.open_until >= ?)
                order by p.starts_on desc, p.code""", PeriodSql::all, orgUnitId, today);
    }

    private static List<Period> all(ResultSet rows) throws SQLException {
        List<Period> periods = new ArrayList<>();
        while (rows.next()) {
            periods.add(period(rows, 1));
        }
        return periods;
    }

    /** Nobody changes the period until the transaction ends; others may hold it too. */
    void hold(UUID periodId) {
        sql.read("select 1 from __T__.assessment_period where assessment_period_id = ? for share", ResultSet::next,
                periodId);
    }

    boolean isExtendedAtAll(UUID periodId, LocalDate today) {
        return sql.read("""
                select 1 from __T__.period_extension e
                where e.assessment_period_id = ? and e.open_until >= ? limit 1""",
                ResultSet::next, periodId, today);
    }
}

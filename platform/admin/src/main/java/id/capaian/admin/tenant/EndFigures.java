package id.capaian.admin.tenant;

import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a tenant that ends leaves in the national statistics. */
final class EndFigures {

    private static final String CLOSED = " and exists (select from national.closed_period d"
            + " where d.tenant = s.tenant and d.period_code = s.period_code)";

    private EndFigures() {
    }

    /** Periods in which it has figures that go. */
    static List<String> periods(Connection reader, String code, boolean keepClosed) throws SQLException {
        return Sql.rows(reader, "select distinct s.period_code from national.summary s where s.tenant = ?"
                + (keepClosed ? CLOSED.replace("and exists", "and not exists") : "") + " order by 1",
                row -> row.getString(1), code);
    }

    /** Whether it is known as one that has closed a period although no figure of it stays. */
    static boolean closedRemain(Connection reader, String code, boolean keepClosed) throws SQLException {
        return !keepClosed && Sql.holds(reader, "select true from national.closed_period where tenant = ?", code);
    }

    /** Deletes them and works out anew what may be shown of these periods. */
    static void delete(Connection connection, String code, boolean keepClosed) throws SQLException {
        List<String> periods = periods(connection, code, keepClosed);
        // All of them before the first is worked out, which locks the cells till the end: a server that holds one of these
        // periods could wait for that while this waits for its period.
        for (String period : periods) {
            Sql.holds(connection, "select pg_catalog.pg_advisory_xact_lock("
                    + "pg_catalog.hashtextextended('national.refresh/' || ?, 0)) is null", period);
        }
        for (String period : periods) {
            Sql.update(connection, "delete from national.summary where tenant = ? and period_code = ?", code, period);
        }
        if (!keepClosed) {
            Sql.update(connection, "delete from national.closed_period where tenant = ?", code);
            Sql.update(connection, """
                    delete from national.last_shown s using registry.tenant t
                     where t.code = ? and s.level = 'REGION' and s.area_code = t.government_code
                       and not exists (select from national.summary o
                                         join registry.tenant other on other.code = o.tenant
                                        where other.government_code = t.government_code)""", code);
        }
        // The function belongs to its narrow role, which alone sees exact counts of more than one tenant.
        Sql.run(connection, "set local role national_function_owner");
        for (String period : periods) {
            Sql.holds(connection, "select national.refresh(?) is null", period);
        }
        Sql.run(connection, "reset role");
    }

    /** It may have been the last that had not closed a period, and had no figures in it. */
    static void tellWhoWaited(Connection connection, String code) throws SQLException {
        Sql.update(connection, """
                insert into national.awaiting (period_code)
                select distinct c.period_code from national.closed_period c
                 where not exists (select from national.closed_period own
                                    where own.tenant = ? and own.period_code = c.period_code)""", code);
    }
}

package id.capaian.admin.tenant;

import id.capaian.admin.database.Catalogue;
import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the registry keeps of a tenant: rows beside it, and its own. The history of orders is not touched. */
final class EndTraces {

    private static final String JOBS = "registry.scheduled_tasks where task_instance like ? || '/%'";

    private EndTraces() {
    }

    /** Every table of the registry whose rows name a tenant, those of later migrations too. */
    private static List<String> naming(Connection reader) throws SQLException {
        return Sql.rows(reader, """
                select pg_catalog.format('registry.%I where tenant = ?', c.relname)
                  from
                """ + Catalogue.RELATIONS + """
                 c join pg_catalog.pg_attribute a on a.attrelid = c.oid
                 where c.relkind in ('r', 'p') and a.attname = 'tenant' and c.relname <> 'tenant_order'
                 order by c.relname""", row -> row.getString(1), "registry");
    }

    static boolean exist(Connection reader, String code) throws SQLException {
        for (String rows : all(reader)) {
            if (Sql.holds(reader, "select true from " + rows + " limit 1", code)) {
                return true;
            }
        }
        return false;
    }

    static void delete(Connection connection, String code) throws SQLException {
        for (String rows : all(connection)) {
            Sql.update(connection, "delete from " + rows, code);
        }
    }

    private static List<String> all(Connection reader) throws SQLException {
        List<String> all = new ArrayList<>(naming(reader));
        all.add(JOBS);
        return all;
    }

    /** Whether the registry knows more of the tenant than is to be left. */
    static boolean isKnown(Connection reader, String code, boolean tombstone) throws SQLException {
        return Sql.holds(reader, "select true from registry.tenant where code = ?" + (tombstone
                ? " and (name <> code or scope is not null or organization_id is not null or schema_version is not null"
                        + " or settings <> '{}'::jsonb)" : ""), code);
    }

    /** The government's code and public name stay with a tombstone: its closed figures are summed by them. */
    static void leave(Connection connection, String code, boolean tombstone) throws SQLException {
        Sql.update(connection, tombstone
                ? "update registry.tenant set name = code, scope = null, organization_id = null, schema_version = null,"
                        + " settings = '{}'::jsonb, changed_at = clock_timestamp() where code = ?"
                : "delete from registry.tenant where code = ?", code);
    }
}

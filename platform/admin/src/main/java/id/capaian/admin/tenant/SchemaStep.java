package id.capaian.admin.tenant;

import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

final class SchemaStep implements Step {

    @Override
    public StepName name() {
        return StepName.SCHEMA;
    }

    @Override
    public List<String> missing(Connection connection, TenantConfig tenant) throws SQLException {
        boolean there = Sql.holds(connection, """
                select pg_catalog.has_schema_privilege(r.oid, n.oid, 'usage')
                  from pg_catalog.pg_namespace n join pg_catalog.pg_roles r on r.rolname = n.nspname
                 where n.nspname = ?""", tenant.schema());
        return there ? List.of() : List.of("make schema " + tenant.schema());
    }

    @Override
    public void act(Connection connection, TenantConfig tenant) throws SQLException {
        String name = tenant.schema();
        Sql.run(connection,
                "create schema if not exists " + name,
                "grant usage on schema " + name + " to " + name,
                "alter default privileges in schema " + name
                        + " grant select, insert on tables to " + name);
    }
}

package id.capaian.admin.tenant;

import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

final class RoleStep implements Step {

    private static final String READY = """
            select count(*) = 2 from pg_catalog.pg_auth_members m
             where (m.roleid = r.oid and m.member = 'p_app'::regrole and m.set_option and not m.inherit_option)
                or (m.member = r.oid and m.roleid = 'tenant_member'::regrole and m.inherit_option and not m.set_option)
            """;

    @Override
    public StepName name() {
        return StepName.ROLE;
    }

    @Override
    public List<String> missing(Connection connection, TenantConfig tenant) throws SQLException {
        boolean ready = Sql.holds(connection,
                "select (" + READY + ") from pg_catalog.pg_roles r where r.rolname = ?", tenant.schema());
        return ready ? List.of() : List.of("make role " + tenant.schema() + " and let p_app take it");
    }

    @Override
    public void act(Connection connection, TenantConfig tenant) throws SQLException {
        String role = tenant.schema();
        if (!Sql.holds(connection, "select true from pg_catalog.pg_roles where rolname = ?", role)) {
            Sql.run(connection, "create role " + role + " nologin");
        }
        Sql.run(connection,
                "grant tenant_member to " + role + " with inherit true, set false",
                "grant " + role + " to p_app with inherit false, set true");
    }
}

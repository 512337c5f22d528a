package id.capaian.admin.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Roles that cannot log in and that all tenants share. Roles belong to the whole server, not to one database, so no
 * migration makes them; what they may do in this database is in the migrations called {@code doors}.
 */
final class GlobalRoles {

    /** Own the definer functions; {@code p_owner} must be able to take them to define functions in their name. */
    private static final List<String> FUNCTION_OWNERS = List.of("registry_function_owner", "national_function_owner");
    /** Taken by the server for one transaction: the system door and the national door. */
    private static final List<String> DOORS = List.of("registry_writer", "national_reader");
    /** What every tenant's role inherits. */
    private static final String GROUP = "tenant_member";

    List<String> missing(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>(FUNCTION_OWNERS);
        all.addAll(DOORS);
        all.add(GROUP);
        List<String> present = Sql.rows(connection, "select rolname from pg_catalog.pg_roles", row -> row.getString(1));
        all.removeAll(present);
        return all;
    }

    void ensure(Connection connection) throws SQLException {
        for (String role : missing(connection)) {
            Sql.run(connection, "create role " + role + " nologin");
        }
        for (String role : FUNCTION_OWNERS) {
            Sql.run(connection, "grant " + role + " to current_user with inherit false, set true");
        }
        for (String role : DOORS) {
            Sql.run(connection, "grant " + role + " to p_app with inherit false, set true");
        }
        // Rights on functions are given by name only.
        Sql.run(connection, "alter default privileges revoke execute on functions from public");
    }
}

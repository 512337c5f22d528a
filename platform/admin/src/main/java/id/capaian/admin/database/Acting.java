package id.capaian.admin.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Who the audit triggers write down when this program changes a tenant's rows. */
public final class Acting {

    private static final String ACTOR = "admin";

    private Acting() {
    }

    /** For the rest of the transaction. */
    public static void asAdmin(Connection connection) throws SQLException {
        Sql.holds(connection, "select pg_catalog.set_config('app.actor', ?, true) is not null"
                + " and pg_catalog.set_config('app.request', ?, true) is not null",
                ACTOR, UUID.randomUUID().toString());
    }
}

package id.capaian.admin.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lets one program at a time work at a tenant. The lock belongs to the connection that took it and goes with it, also
 * when the program is killed.
 */
public final class TenantLock {

    private static final String NAME = "capaian/tenant/";

    private TenantLock() {
    }

    /** Waits until nobody else has it. */
    public static void take(Connection connection, String code) throws SQLException {
        Sql.holds(connection, "select pg_catalog.pg_advisory_lock(pg_catalog.hashtext(?)) is null", NAME + code);
    }

    /** Waits until nobody makes accounts of the tenant, and lets nobody begin. */
    public static void takeAccounts(Connection connection, String code) throws SQLException {
        Sql.holds(connection, "select pg_catalog.pg_advisory_lock(pg_catalog.hashtext(?)) is null",
                "capaian/account/" + code);
    }

    /** Takes it when nobody has it; false when somebody has. */
    public static boolean tryTake(Connection connection, String code) throws SQLException {
        return Sql.holds(connection, "select pg_catalog.pg_try_advisory_lock(pg_catalog.hashtext(?))", NAME + code);
    }
}

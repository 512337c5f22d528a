package id.capaian.kernel.tenancy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table that somebody locks, and two tenants who want it. */
class WorkLimitTest {

    private static final String SLEEP = "select pg_sleep(30)";
    private static final String SHORT_SLEEP = "select pg_sleep(0.3)";
    private static final Work SAMARINDA = Work.ofTenant(new TenantCode("samarinda"), "somebody", "request-1");
    private static final Work TUBEI = Work.ofTenant(new TenantCode("tubei"), "somebody", "request-2");

    private Connection raw;

    @BeforeEach
    void connect() throws SQLException {
        Slice.ofTwoTenants();
        raw = Slice.connection();
        raw.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        raw.close();
    }

    @Test
    void theDatabaseCancelsAndTheConnectionServesOn() throws SQLException {
        Connection first = opened(SAMARINDA, WorkLimit.ofRequest(100));
        assertEquals("57014", assertThrows(SQLException.class, () -> run(first, SLEEP)).getSQLState());
        first.rollback();
        Connection second = opened(TUBEI, WorkLimit.ofRequest(100));
        run(second, "select 1");
        second.rollback();
    }

    @Test
    void aConnectionThatFallsSilentIsThrownAway() throws SQLException {
        Connection connection = opened(SAMARINDA, new WorkLimit(0, 200));
        SQLException silent = assertThrows(SQLException.class, () -> run(connection, SLEEP));
        assertTrue(silent.getSQLState().startsWith("08"), silent.getSQLState());
        assertTrue(raw.isClosed());
    }

    @Test
    void longWorkIsNotCutAndTheNextUnitOfWorkIsLimitedAgain() throws SQLException {
        Connection lifted = opened(SAMARINDA, WorkLimit.ofRequest(100));
        WorkLimit.liftFrom(lifted);
        run(lifted, SHORT_SLEEP);
        lifted.rollback();
        Connection next = opened(TUBEI, WorkLimit.ofRequest(100));
        assertEquals("57014", assertThrows(SQLException.class, () -> run(next, SLEEP)).getSQLState());
        next.rollback();
        assertFalse(raw.isClosed());
    }

    private Connection opened(Work work, WorkLimit limit) throws SQLException {
        return TenantConnection.opened(new TenantConnector.Drawn(raw, () -> { }, limit), work);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

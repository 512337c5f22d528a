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

    private Connection raw;

    /** Each with a patience of its own: these are one request each. */
    private static Work ofTenant(String code) {
        return Work.ofTenant(new TenantCode(code), "somebody", "request-1");
    }

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
        Connection first = opened(ofTenant("samarinda"), WorkLimit.ofRequest(100));
        assertEquals("57014", assertThrows(SQLException.class, () -> run(first, SLEEP)).getSQLState());
        first.rollback();
        Connection second = opened(ofTenant("tubei"), WorkLimit.ofRequest(100));
        run(second, "select 1");
        second.rollback();
    }

    @Test
    void aConnectionThatFallsSilentIsThrownAway() throws SQLException {
        Connection connection = opened(ofTenant("samarinda"), new WorkLimit(0, 200));
        SQLException silent = assertThrows(SQLException.class, () -> run(connection, SLEEP));
        assertTrue(silent.getSQLState().startsWith("08"), silent.getSQLState());
        assertTrue(raw.isClosed());
    }

    @Test
    void longWorkIsNotCutAndTheNextUnitOfWorkIsLimitedAgain() throws SQLException {
        Connection lifted = opened(ofTenant("samarinda"), WorkLimit.ofRequest(100));
        WorkLimit.liftFrom(lifted);
        run(lifted, SHORT_SLEEP);
        lifted.rollback();
        Connection next = opened(ofTenant("tubei"), WorkLimit.ofRequest(100));
        assertEquals("57014", assertThrows(SQLException.class, () -> run(next, SLEEP)).getSQLState());
        next.rollback();
        assertFalse(raw.isClosed());
    }

    @Test
    void manyStatementsThatAreEachQuickEnoughAreCutTogether() throws SQLException {
        Connection connection = opened(ofTenant("samarinda"), WorkLimit.ofRequest(900));
        int served = 0;
        SQLException cut = null;
        while (cut == null && served < 10) {
            try {
                run(connection, SHORT_SLEEP);
                served++;
            } catch (SQLException e) {
                cut = e;
            }
        }
        assertTrue(served > 0 && served < 4, served + " of 0.3 s in 1.2 s");
        assertTrue(cut.getSQLState().startsWith("08") || cut.getSQLState().equals("57014"), cut.getSQLState());
    }

    @Test
    void theNextUnitOfWorkOfARequestHasTheTimeThatIsLeft() throws SQLException {
        Patience patience = new Patience();
        Connection first = opened(ofTenant("samarinda").with(patience), WorkLimit.ofRequest(400));
        run(first, SHORT_SLEEP);
        first.rollback();
        Connection second = opened(ofTenant("samarinda").with(patience), WorkLimit.ofRequest(400));
        assertEquals("57014", assertThrows(SQLException.class, () -> run(second, SHORT_SLEEP)).getSQLState());
        second.rollback();
        Connection another = opened(ofTenant("samarinda"), WorkLimit.ofRequest(400));
        run(another, SHORT_SLEEP);
        another.rollback();
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

package id.capaian.kernel.tenancy;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.sessions.Connector;
import org.eclipse.persistence.sessions.Session;

/**
 * Where EclipseLink gets its connections: from the pool that belongs to the current work, opened for it. Without current
 * work it hands out a connection that may do nothing (deployment probes the database that way).
 */
final class TenantConnector implements Connector {

    private static final long serialVersionUID = 1L;

    private final transient Pools pools;
    private final transient Supplier<Optional<Work>> currentWork;

    /** Draws a raw connection for some work, or for none. */
    @FunctionalInterface
    interface Pools {
        Drawn draw(Optional<Work> work) throws SQLException;
    }

    /**
     * A raw connection.
     *
     * @param whenClosed called once, after it was closed
     * @param limit      how long work on it waits for an answer
     */
    record Drawn(Connection connection, Runnable whenClosed, WorkLimit limit) {

        /** One that nobody counts. */
        static Drawn uncounted(Connection connection) {
            return new Drawn(connection, () -> { }, WorkLimit.LONG);
        }
    }

    TenantConnector(Pools pools, Supplier<Optional<Work>> currentWork) {
        this.pools = pools;
        this.currentWork = currentWork;
    }

    @Override
    public Connection connect(Properties properties, Session session) {
        try {
            Optional<Work> work = currentWork.get();
            Drawn drawn = pools.draw(work);
            return work.isPresent() ? TenantConnection.opened(drawn, work.get()) : TenantConnection.unopened(drawn);
        } catch (SQLException e) {
            throw DatabaseException.sqlException(e, true);
        }
    }

    @Override
    public Object clone() {
        return new TenantConnector(pools, currentWork);
    }

    @Override
    public String getConnectionDetails() {
        return "tenant pools";
    }

    @Override
    public void toString(PrintWriter writer) {
        writer.print(getConnectionDetails());
    }
}

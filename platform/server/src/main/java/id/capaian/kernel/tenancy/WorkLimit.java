package id.capaian.kernel.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How long a unit of work waits for one answer of the database (ADR 009). A statement that is still at work or waits
 * for a lock is cancelled by the database; when not even that is heard, the connection is given up a little later,
 * which throws it away. Jobs and long use cases wait ten minutes, no more: a database that vanished must not hold them for
 * ever.
 *
 * @param statementMillis what the database is told; 0 is no limit
 * @param silenceMillis   how long nothing at all may be heard
 */
record WorkLimit(int statementMillis, int silenceMillis) {

    private static final String KEY = "capaian.db.patience-millis";

    private static final int USUAL_MILLIS = 2000;
    /** Who hears the database cancel keeps the connection. */
    private static final int LATER_MILLIS = 500;
    private static final int LONG_MILLIS = 600_000;
    /** The most an idle connection keeps: it is looked at before it is drawn, and a commit may still be to come. */
    static final int IDLE_MILLIS = 10_000;
    /** Of jobs and long use cases. */
    static final WorkLimit LONG = new WorkLimit(0, LONG_MILLIS);

    /** The limit of a request that may keep its caller so long. */
    static WorkLimit ofRequest(int millis) {
        return new WorkLimit(millis, millis + LATER_MILLIS);
    }

    /** The limit of this node's requests. */
    static WorkLimit configured() {
        return ofRequest(ConfigProvider.getConfig().getOptionalValue(KEY, Integer.class).orElse(USUAL_MILLIS));
    }

    /** From here to the end of the transaction the work on that connection may take its time. */
    static void liftFrom(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, LONG.silenceMillis());
        try (PreparedStatement lift = connection.prepareStatement("set local statement_timeout = 0")) {
            lift.execute();
        }
    }
}

package id.capaian.kernel.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How long a request waits for the database, all of its statements together (ADR 009). A statement that is still at work
 * or waits for a lock is cancelled by the database; when not even that is heard, or others have used up the time before,
 * the connection is given up a little later, which throws it away. Jobs and long use cases wait ten minutes for each
 * answer, no more: a database that vanished must not hold them for ever.
 *
 * @param statementMillis what the database is told for each statement; 0 is no limit
 * @param silenceMillis   how long nothing at all may be heard; where there is a limit, of all statements together
 */
record WorkLimit(int statementMillis, int silenceMillis) {

    private static final String KEY = "capaian.db.patience-millis";

    private static final int USUAL_MILLIS = 2000;
    /** Who hears the database cancel keeps the connection. */
    private static final int LATER_MILLIS = 300;
    private static final int LEAST_MILLIS = 1;
    private static final int LONG_MILLIS = 600_000;
    /** The most the end of a unit of work waits. */
    static final int ENDING_MILLIS = 10_000;
    /** Of an idle connection, which is looked at before it is drawn: a new one may have to be made in the same time. */
    static final int IDLE_MILLIS = 1_000;
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

    /** What is left of it for a request that has waited; never nothing, which would be no limit. */
    WorkLimit after(Patience patience) {
        return statementMillis == 0 ? this
                : ofRequest((int) Math.max(LEAST_MILLIS, statementMillis - patience.waitedMillis()));
    }

    /** Whether the time of all statements counts together. */
    boolean countsTogether() {
        return statementMillis > 0;
    }

    /** From here to the end of the transaction the work on that connection may take its time. */
    static void liftFrom(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, LONG.silenceMillis());
        try (PreparedStatement lift = connection.prepareStatement("set local statement_timeout = 0")) {
            lift.execute();
        }
    }
}

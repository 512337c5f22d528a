package id.capaian.admin.database;

import id.capaian.admin.AdminException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Changes of tables that readers hold. Whoever waits for a table makes all later readers wait behind it, so each try
 * waits a moment only, lets the readers pass and comes again.
 */
public final class Patience {

    /** To be set for each connection that changes tables. */
    public static final String BRIEFLY = "set lock_timeout = '500ms'";

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int TRIES = 120;
    private static final long PAUSE_MILLIS = 500;

    private Patience() {
    }

    /**
     * Tries until the tables are free, for about two minutes.
     *
     * @param change may be done in part and is then gone on with
     * @throws AdminException what the last try threw
     */
    public static <T> T with(Supplier<T> change) {
        for (int tries = 1; ; tries++) {
            try {
                return change.get();
            } catch (AdminException e) {
                if (tries == TRIES || !isLocked(e)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static boolean isLocked(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminException("Interrupted; run the command again to finish.", e);
        }
    }
}

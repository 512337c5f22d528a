package id.capaian.kernel.jobs;

import java.sql.SQLException;
import java.util.StringJoiner;

/** Names what went wrong without what it was about: messages of the database quote people's data. */
final class Causes {

    private static final int DEPTH = 8;

    private Causes() {
    }

    /** Class names from outside in, SQL states, and where the innermost was thrown. */
    static String of(Throwable thrown) {
        StringJoiner text = new StringJoiner(" < ");
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < DEPTH; i++) {
            text.add(name(cause));
            if (cause.getCause() == null && cause.getStackTrace().length > 0) {
                text.add("at " + cause.getStackTrace()[0]);
            }
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String name(Throwable cause) {
        String name = cause.getClass().getName();
        return cause instanceof SQLException sql ? name + "[" + sql.getSQLState() + "]" : name;
    }
}

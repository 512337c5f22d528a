package id.capaian.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A COPY under way into an emptied table: rows go to PostgreSQL in portions, none is kept. */
final class CopyRows implements AutoCloseable {

    private static final int PORTION = 64 * 1024;

    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(PORTION + 1_024);

    /**
     * Begins.
     *
     * @param table with schema and columns
     */
    CopyRows(Connection connection, String table) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI()
                .copyIn("copy " + table + " from stdin (format csv, freeze)");
    }

    /** No value here holds a comma, a quote or a line end; an empty one is none. */
    void row(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append(',');
            }
            rows.append(values[i]);
        }
        rows.append('\n');
        if (rows.length() >= PORTION) {
            flush();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    /** Sends what is left; without it nothing was written. */
    void finish() throws SQLException {
        flush();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}

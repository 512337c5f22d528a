package id.capaian.admin.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short forms of JDBC. Values go in as parameters; text put into SQL is a checked tenant code or a constant. */
public final class Sql {

    private Sql() {
    }

    /** Turns the current row into a value. */
    @FunctionalInterface
    public interface Row<T> {

        /** Reads the row the cursor stands on. */
        T read(ResultSet row) throws SQLException;
    }

    /** All rows. */
    public static <T> List<T> rows(Connection connection, String sql, Row<T> row, Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet results = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (results.next()) {
                found.add(row.read(results));
            }
            return found;
        }
    }

    /** First column of the first row; empty when there is no row or it is null. */
    public static Optional<String> text(Connection connection, String sql, Object... values) throws SQLException {
        List<String> found = rows(connection, sql, row -> row.getString(1), values);
        return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.get(0));
    }

    /** True when the query has a row whose first column is not false. */
    public static boolean holds(Connection connection, String sql, Object... values) throws SQLException {
        List<Boolean> found = rows(connection, sql, row -> row.getBoolean(1) || row.wasNull(), values);
        return !found.isEmpty() && found.get(0);
    }

    /** Runs a change and tells how many rows it touched. */
    public static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** Runs statements without parameters, DDL above all. */
    public static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}

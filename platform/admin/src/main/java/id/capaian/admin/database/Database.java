package id.capaian.admin.database;

import id.capaian.admin.AdminConfig;
import id.capaian.admin.AdminException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** Opens connections to the product's database; every command closes its own. */
public final class Database {

    private static final String OWNER = "p_owner";
    private static final String APP = "p_app";
    /** What the database adds to an error quotes rows, and failures are printed and end in logs. */
    static final Map<String, String> SILENT = Map.of("logServerErrorDetail", "false");

    private final AdminConfig config;

    public Database(AdminConfig config) {
        this.config = config;
    }

    /** Work inside one transaction. */
    @FunctionalInterface
    public interface Work<T> {

        /** Does the work; an exception rolls the transaction back. */
        T in(Connection connection) throws SQLException;
    }

    /** Runs {@code work} as {@code p_owner} in one transaction. */
    public <T> T transaction(Work<T> work) {
        try (Connection connection = owner()) {
            return transactionOn(connection, work);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /**
     * The same on a connection that is there, see {@link #transaction(Connection, Work)}.
     *
     * @throws AdminException what the database refused
     */
    public static <T> T transactionOn(Connection connection, Work<T> work) {
        try {
            return transaction(connection, work);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static AdminException refused(SQLException e) {
        return new AdminException("The database refused: " + e.getMessage(), e);
    }

    /**
     * The same on a connection that is there, in autocommit before and after. A new connection costs the server more
     * than most of what is done in one.
     */
    public static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.in(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    /** A connection as {@code p_owner}, in autocommit. */
    public Connection owner() throws SQLException {
        return open(OWNER, config.ownerPassword());
    }

    /** True when the password of {@code p_app} is known, so that its walls can be tried as the server meets them. */
    public boolean knowsApp() {
        return config.appPassword() != null;
    }

    /**
     * A connection as {@code p_app}, in autocommit; only when {@link #knowsApp()}.
     *
     * @throws AdminException when it cannot sign in, which says nothing about walls
     */
    public Connection app() {
        try {
            return open(APP, config.appPassword());
        } catch (SQLException e) {
            throw new AdminException("Cannot sign in as p_app, check CAPAIAN_DB_APP_PASSWORD: " + e.getMessage(), e);
        }
    }

    String url() {
        return config.databaseUrl();
    }

    String ownerName() {
        return OWNER;
    }

    String ownerPassword() {
        return config.ownerPassword();
    }

    private Connection open(String login, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "capaian-admin");
        properties.putAll(SILENT);
        return DriverManager.getConnection(config.databaseUrl(), properties);
    }
}

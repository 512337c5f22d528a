package id.capaian.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** Runs {@code bootstrap.sql} as superuser: what a database administrator does once in production. */
final class Bootstrap {

    /** duplicate_object, duplicate_database, duplicate_schema: done in an earlier run. */
    private static final Set<String> EXISTS = Set.of("42710", "42P04", "42P06");
    private static final List<String> LOGINS = List.of("p_owner", "p_app", "p_jobs", "keycloak");
    private static final String CONNECT = "\\connect ";

    private final EmbeddedPostgres server;

    Bootstrap(EmbeddedPostgres server) {
        this.server = server;
    }

    void run() throws SQLException {
        String database = "postgres";
        for (String part : script().split("(?m)^(?=\\\\connect )")) {
            if (part.startsWith(CONNECT)) {
                int end = part.indexOf('\n');
                database = part.substring(CONNECT.length(), end).strip();
                part = part.substring(end);
            }
            runIn(database, part);
        }
    }

    private void runIn(String database, String part) throws SQLException {
        try (Connection connection = server.connect("postgres", database);
                Statement statement = connection.createStatement()) {
            for (String sql : part.split(";\\s*\n")) {
                if (!sql.isBlank()) {
                    execute(statement, sql);
                }
            }
        }
    }

    private static void execute(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!EXISTS.contains(e.getSQLState())) {
                throw e;
            }
        }
    }

    private String script() {
        try (InputStream in = Bootstrap.class.getResourceAsStream("bootstrap.sql")) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\n", "");
            for (String login : LOGINS) {
                sql = sql.replace(":'" + login + "'", "'" + server.password(login) + "'");
            }
            return sql;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

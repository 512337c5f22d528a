package id.capaian.admin;

import id.capaian.admin.database.Sql;
import id.capaian.admin.tenant.StepWatch;
import id.capaian.local.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A real PostgreSQL with the two tenants of the repository, made the way production makes them. */
public final class TwoTenants implements AutoCloseable {

    static final Path CONFIG = Path.of("../../tenants-config");
    static final String SAMARINDA = file("samarinda");
    static final String TUBEI = file("tubei");

    private final EmbeddedPostgres server = EmbeddedPostgres.temporary();
    /** Where the server would keep files, and exports go. */
    final Path files = folder();

    /** Work as some role; rolled back unless it says otherwise. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T in(Connection connection) throws SQLException;
    }

    /** Database without anything of ours but the logins. */
    static TwoTenants empty() {
        return new TwoTenants();
    }

    /** Both in service. */
    public static TwoTenants applied() {
        TwoTenants two = new TwoTenants();
        Admin admin = two.admin();
        admin.migrate();
        admin.applyTenant(SAMARINDA);
        admin.applyTenant(TUBEI);
        return two;
    }

    Admin admin() {
        return new Admin(config());
    }

    Admin admin(Consumer<String> say, StepWatch watch) {
        return new Admin(config(), say, watch);
    }

    AdminConfig config() {
        return AdminConfig.database(server.url("capaian"), server.password("p_owner"), server.password("p_app"));
    }

    /** The environment of a command line. */
    Map<String, String> environment(Path configDir, KeycloakDouble keycloak) {
        return Map.of("CAPAIAN_FILES_DIR", files.resolve("store").toString(),
                "CAPAIAN_EXPORTS_DIR", files.resolve("exports").toString(), "CAPAIAN_DB_URL", server.url("capaian"),
                "CAPAIAN_DB_OWNER_PASSWORD", server.password("p_owner"),
                "CAPAIAN_DB_APP_PASSWORD", server.password("p_app"), "CAPAIAN_CONFIG_DIR", configDir.toString(),
                "CAPAIAN_KEYCLOAK_URL", keycloak.door().url().toString(), "CAPAIAN_KEYCLOAK_ADMIN_SECRET", "s");
    }

    AdminConfig configWithoutApp() {
        return AdminConfig.database(server.url("capaian"), server.password("p_owner"), null);
    }

    /** As the server does it: {@code p_app} takes the role for one transaction, which is committed. */
    public <T> T as(String role, Work<T> work) throws SQLException {
        try (Connection connection = server.connect("p_app", "capaian");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role " + role);
            statement.execute("set local app.actor = 'tester'");
            statement.execute("set local app.request = 'test'");
            T result = work.in(connection);
            connection.commit();
            return result;
        }
    }

    void owner(String... statements) throws SQLException {
        login("p_owner", statements);
    }

    /** Work as {@code p_owner}. */
    <T> T ownerWork(Work<T> work) throws SQLException {
        try (Connection connection = server.connect("p_owner", "capaian")) {
            return work.in(connection);
        }
    }

    void login(String login, String... statements) throws SQLException {
        try (Connection connection = server.connect(login, "capaian");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    List<String> ask(String sql) throws SQLException {
        try (Connection connection = server.connect("p_owner", "capaian")) {
            return rows(connection, sql);
        }
    }

    /** First column of every row. */
    public static List<String> rows(Connection connection, String sql, Object... values) throws SQLException {
        return Sql.rows(connection, sql, row -> row.getString(1), values);
    }

    @Override
    public void close() {
        server.close();
        try (Stream<Path> all = Files.walk(files)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("capaian-admin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String code) {
        try {
            return Files.readString(CONFIG.resolve("tenants/" + code + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package id.capaian.admin;

import id.capaian.admin.database.Sql;
import id.capaian.admin.tenant.StepWatch;
import id.capaian.local.EmbeddedPostgres;
import id.capaian.local.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A real PostgreSQL with the two tenants of the repository, made the way production makes them. */
public final class TwoTenants implements AutoCloseable {

    static final Path CONFIG = Path.of("../../tenants-config");
    static final String SAMARINDA = file("samarinda");
    static final String TUBEI = file("tubei");

    /** What a server holds after some work, made once for this JVM and copied for whoever begins there. */
    private static final Map<String, Path> KEPT = new HashMap<>();

    private final EmbeddedPostgres server;
    private Connection asking;
    /** Where the server would keep files, and exports go. */
    final Path files = folder();

    private TwoTenants(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Work as some role; rolled back unless it says otherwise. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T in(Connection connection) throws SQLException;
    }

    /** Database without anything of ours but the logins. */
    static TwoTenants empty() {
        return new TwoTenants(EmbeddedPostgres.temporary());
    }

    /** What all tenants share, and no tenant. */
    static TwoTenants migrated() {
        return after("migrate", TwoTenants::empty, Admin::migrate);
    }

    /** Both in service. */
    public static TwoTenants applied() {
        return after("apply", TwoTenants::migrated, admin -> {
            admin.applyTenant(SAMARINDA);
            admin.applyTenant(TUBEI);
        });
    }

    private static synchronized TwoTenants after(String work, Supplier<TwoTenants> before, Consumer<Admin> deed) {
        if (!KEPT.containsKey(work)) {
            try (TwoTenants first = before.get()) {
                deed.accept(first.admin());
                Path kept = folder().resolve("server");
                first.server.keepIn(kept);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(kept.getParent())));
                KEPT.put(work, kept);
            }
        }
        return new TwoTenants(EmbeddedPostgres.temporaryLike(KEPT.get(work)));
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

    /** First column of every row, for {@code p_owner}; on one connection, for a new one costs more than the answer. */
    synchronized List<String> ask(String sql) throws SQLException {
        if (asking == null) {
            asking = server.connect("p_owner", "capaian");
        }
        return rows(asking, sql);
    }

    /** First column of every row. */
    public static List<String> rows(Connection connection, String sql, Object... values) throws SQLException {
        return Sql.rows(connection, sql, row -> row.getString(1), values);
    }

    @Override
    public synchronized void close() {
        server.close();
        delete(files);
    }

    private static void delete(Path folder) {
        try {
            Trees.delete(folder);
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

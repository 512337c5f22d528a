package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

    private Path state;
    private PostgresOptions options;

    @BeforeEach
    void freshState() throws IOException {
        state = Files.createTempDirectory("capaian-pg-test-");
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx--x--x"));
        Path shared = Path.of(System.getProperty("java.io.tmpdir"), "capaian-" + System.getProperty("user.name"));
        options = PostgresOptions.in(state, Ports.anyFree()).unpackedIn(shared).with("fsync", "off");
    }

    @AfterEach
    void leaveNothing() throws IOException {
        EmbeddedPostgres.stop(options);
        Trees.delete(state);
    }

    @Test
    void keepsItsDataBetweenRuns() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options);
                Connection owner = server.connect("p_owner", "capaian");
                Statement statement = owner.createStatement()) {
            statement.execute("create schema t_a");
            statement.execute("create table t_a.note as select uuidv7() as id");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            assertFalse(server.adopted());
            assertEquals("1", one(server, "p_owner", "select count(*) from t_a.note"));
        }
    }

    @Test
    void adoptsAServerThatRuns() {
        EmbeddedPostgres first = EmbeddedPostgres.start(options);
        EmbeddedPostgres second = EmbeddedPostgres.start(options);
        assertTrue(second.adopted());
        assertEquals(first.pid(), second.pid());
        second.close();
        assertFalse(first.answers());
    }

    @Test
    void preparesTheLoginsOfTheProduct() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            assertEquals("pg_catalog, pg_temp", one(server, "p_app", "show search_path"));
            assertEquals("p_jobs", one(server, "p_jobs", "select current_user"));
            for (String login : List.of("p_owner", "p_app", "p_jobs")) {
                assertEquals("60s", one(server, login, "select current_setting('tcp_keepalives_idle')::int"
                        + " + current_setting('tcp_keepalives_interval')::int"
                        + " * current_setting('tcp_keepalives_count')::int || 's'"));
                assertEquals("60000", one(server, login, "show tcp_user_timeout"), "milliseconds");
            }
            try (Connection owner = server.connect("p_owner", "capaian");
                    Statement statement = owner.createStatement()) {
                statement.execute("create role t_a nologin");
                statement.execute("grant t_a to p_app with inherit false, set true");
                statement.execute("create schema t_a");
                statement.execute("grant usage on schema t_a to t_a");
                statement.execute("create table t_a.note (id int)");
                statement.execute("grant select on t_a.note to t_a");
            }
            SQLException refused = assertThrows(SQLException.class,
                    () -> one(server, "p_app", "select count(*) from t_a.note"));
            assertEquals("42501", refused.getSQLState());
            try (Connection app = server.connect("p_app", "capaian"); Statement statement = app.createStatement()) {
                statement.execute("set role t_a");
                statement.execute("select * from t_a.note");
            }
            assertThrows(SQLException.class, () -> server.connect("p_app", "keycloak").close());
        }
    }

    @Test
    void doesNotBelieveTheNumberInAStalePidFile() throws IOException {
        EmbeddedPostgres.start(options).close();
        Path pidFile = options.home().resolve("data/postmaster.pid");
        long stranger = ProcessHandle.current().pid();
        Files.write(pidFile, List.of(Long.toString(stranger), options.home() + "/data", "0",
                Integer.toString(options.port()), "", "127.0.0.1", "0", "ready"));
        assertFalse(EmbeddedPostgres.stop(options), "would have stopped a process that is not PostgreSQL");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            assertFalse(server.adopted());
            assertTrue(server.answers());
        }
    }

    @Test
    void recoversAfterItWasKilled() throws IOException, InterruptedException {
        EmbeddedPostgres first = EmbeddedPostgres.start(options);
        ProcessHandle process = ProcessHandle.of(first.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        try (EmbeddedPostgres second = EmbeddedPostgres.start(options)) {
            assertTrue(second.answers());
        }
    }

    @Test
    void finishesWhatAKilledLauncherBegan() throws SQLException {
        EmbeddedPostgres first = EmbeddedPostgres.start(options);
        try (Connection superuser = first.connect("postgres", "postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("drop database keycloak");
            statement.execute("drop role keycloak");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(options);
                Connection keycloak = second.connect("keycloak", "keycloak")) {
            assertTrue(second.adopted());
            assertTrue(keycloak.isValid(5));
        }
    }

    @Test
    void replacesAServerThatIsFrozen() throws IOException, InterruptedException {
        EmbeddedPostgres first = EmbeddedPostgres.start(options);
        ProcessHandle frozen = ProcessHandle.of(first.pid()).orElseThrow();
        signal("STOP", frozen.pid());
        try (EmbeddedPostgres second = EmbeddedPostgres.start(options)) {
            assertFalse(second.adopted());
            assertTrue(second.answers());
            assertFalse(frozen.isAlive());
        }
    }

    @Test
    void letsNobodyOfADeadServerWriteBesideTheNewOne() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/cwd")), "only Linux shows where a process works");
        EmbeddedPostgres first = EmbeddedPostgres.start(options);
        try (Connection busy = first.connect("p_owner", "capaian"); Statement statement = busy.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            ProcessHandle orphan = ProcessHandle.of(row.getLong(1)).orElseThrow();
            signal("STOP", orphan.pid());
            signal("KILL", first.pid());
            try (EmbeddedPostgres second = EmbeddedPostgres.start(options)) {
                assertTrue(second.answers());
                assertFalse(orphan.isAlive());
            }
        }
    }

    @Test
    void startsAnewWithOtherOptions() throws SQLException {
        EmbeddedPostgres.start(options);
        assertTrue(EmbeddedPostgres.running(options.with("max_connections", "33")).adopted(), "for looking, as it is");
        try (EmbeddedPostgres second = EmbeddedPostgres.start(options.with("max_connections", "33"))) {
            assertFalse(second.adopted());
            assertEquals("33", one(second, "p_owner", "show max_connections"));
        }
    }

    @Test
    void goesOnWhenTheWordThatSaysAsWhomItRunsWasCutOff() throws IOException {
        EmbeddedPostgres.start(options).close();
        Files.writeString(options.home().resolve("mode"), "NAM");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            assertTrue(server.answers());
        }
    }

    @Test
    void takesAnotherPortWhenSomebodyWasFaster() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Iterator<Integer> ports = List.of(taken.getLocalPort(), Ports.anyFree()).iterator();
            try (EmbeddedPostgres server = EmbeddedPostgres.temporary(ports::next)) {
                assertTrue(server.answers());
                assertFalse(ports.hasNext());
            }
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor());
    }

    @Test
    void saysInOneSentenceThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(options.port(), 1, InetAddress.getLoopbackAddress())) {
            LocalException refused = assertThrows(LocalException.class, () -> EmbeddedPostgres.start(options));
            assertTrue(refused.getMessage().startsWith("Port " + taken.getLocalPort() + ", wanted by PostgreSQL,"));
        }
    }

    @Test
    void keepsPasswordsFromOthers() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            assertEquals(43, server.password("p_owner").length());
            try (var files = Files.walk(options.secrets())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                }
            }
        }
    }

    @Test
    void beginsWithWhatAnotherTemporaryServerHeldAndLeavesThatAsItWas() throws SQLException {
        Path kept = state.resolve("kept");
        try (EmbeddedPostgres first = EmbeddedPostgres.temporary()) {
            makeSchema(first, "t_a");
            first.keepIn(kept);
            assertFalse(first.answers());
        }
        for (String other : List.of("t_b", "t_c")) {
            try (EmbeddedPostgres copy = EmbeddedPostgres.temporaryLike(kept)) {
                makeSchema(copy, other);
                assertEquals("t_a " + other, one(copy, "p_owner", "select string_agg(nspname, ' ' order by nspname)"
                        + " from pg_namespace where nspname like 't\\__'"));
            }
        }
    }

    private static void makeSchema(EmbeddedPostgres server, String name) throws SQLException {
        try (Connection owner = server.connect("p_owner", "capaian"); Statement statement = owner.createStatement()) {
            statement.execute("create schema " + name);
        }
    }

    @Test
    void temporaryServerLeavesNothing() {
        EmbeddedPostgres server = EmbeddedPostgres.temporary();
        assertTrue(server.answers());
        server.close();
        server.close();
        assertFalse(server.answers());
    }

    private static String one(EmbeddedPostgres server, String login, String sql) throws SQLException {
        try (Connection connection = server.connect(login, "capaian");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

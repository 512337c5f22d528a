package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.local.PayaraProcess;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node of two is asked to end while somebody's write is under way: nothing is lost, and it is gone within its bound. */
class DepartureIT {

    private static final String TENANT = "tubei";
    private static final String GRANTS = "/api/" + TENANT + "/role-grants";
    /** Payara alone cuts requests two seconds after SIGTERM. */
    private static final long LONGER_THAN_PAYARA_WAITS = 6;
    private static final Duration BOUND = Duration.ofSeconds(60);

    private RunningSystem system;
    private PayaraProcess node;
    private Api admin;

    @BeforeEach
    void startASecondNode() throws IOException, InterruptedException {
        system = RunningSystem.shared();
        node = system.secondNode(Map.of("capaian.drain.notice-seconds", "2",
                "capaian.db.patience-millis", "60000"));
        admin = Api.as(system, "admin." + TENANT, TENANT).at(node.url());
    }

    @AfterEach
    void stopTheSecondNode() {
        node.stop();
    }

    @Test
    void aWriteUnderWayGetsItsAnswerAndNobodyElseComesIn() throws InterruptedException, SQLException {
        // Signed on before the table is locked: roles are read from it.
        admin.get(GRANTS).expect(200);
        ProcessHandle process = node.handle();
        CompletableFuture<Api.Answer> write;
        try (Connection holder = system.postgres().connect("postgres", "capaian")) {
            holder.setAutoCommit(false);
            try (Statement lock = holder.createStatement()) {
                lock.execute("lock table t_tubei.role_grant in access exclusive mode");
                Map<String, Object> grant = Map.of("role", "PERF_MANAGER", "employeeId", anEmployee(),
                        "from", LocalDate.of(2027, 1, 1).toString());
                write = CompletableFuture.supplyAsync(() -> admin.call("POST", GRANTS, grant, null));
                Groundwork.await("the write waits", Duration.ofSeconds(30), this::somebodyWaits);
                process.destroy();
                assertLeaves();
                TimeUnit.SECONDS.sleep(LONGER_THAN_PAYARA_WAITS);
                assertFalse(write.isDone(), "the write did not wait");
                assertTrue(process.isAlive(), "the node did not wait for the write");
            }
            holder.rollback();
        }
        JsonNode made = write.join().expect(201);
        assertEquals(1, number("select count(*) from t_tubei.role_grant where role_grant_id = '"
                + made.get("roleGrantId").asText() + "'"), "the grant that was answered is there");
        Groundwork.await("the node ends", BOUND, () -> !process.isAlive());
        Api.as(system, "admin." + TENANT, TENANT).call("DELETE", GRANTS + "/" + made.get("roleGrantId").asText(), null,
                made.get("version").asLong()).expect(204);
    }

    /** First not ready but serving, then closed; alive all the time. */
    private void assertLeaves() throws InterruptedException {
        Groundwork.await("the node is not ready", Duration.ofSeconds(2), () -> ask("/health/ready") == 503);
        assertEquals(200, ask("/health/live"), "alive");
        assertEquals(200, ask("/problems"), "serves until the balancer has noticed");
        Groundwork.await("the node is closed", Duration.ofSeconds(30), () -> ask("/problems") == 503);
        assertEquals(200, ask("/health/live"), "alive until the end");
    }

    private int ask(String path) {
        return Api.nobody(system).at(node.url()).raw("GET", path, Map.of(), null).status();
    }

    private boolean somebodyWaits() {
        try {
            return number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and usename = 'p_app' and state = 'active'") > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String anEmployee() throws SQLException {
        return text("select employee_id from t_tubei.employee order by employee_id limit 1");
    }

    private int number(String query) throws SQLException {
        return Integer.parseInt(text(query));
    }

    private String text(String query) throws SQLException {
        try (Connection connection = system.postgres().connect("postgres", "capaian");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

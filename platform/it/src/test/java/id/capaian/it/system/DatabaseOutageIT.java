package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.capaian.local.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL dies in the middle of a run, is started again, and the run ends as if nothing had been. */
class DatabaseOutageIT {

    private static final String TENANT = "tubei";

    private RunningSystem system;
    private Api admin;

    /** One person per chunk, so that the run has a middle. */
    @BeforeEach
    void manyChunks() throws IOException, InterruptedException, SQLException {
        system = RunningSystem.shared();
        admin = Groundwork.opened(system, TENANT);
        update("insert into t_tubei.setting (setting_id, name, value, valid_from, version)"
                + " values (gen_random_uuid(), 'evaluation.chunk-size', '1', date '2026-01-01', 0)"
                + " on conflict (name, valid_from) do nothing");
    }

    @AfterEach
    void usualChunks() throws SQLException {
        update("delete from t_tubei.setting where name = 'evaluation.chunk-size' and valid_from = date '2026-01-01'");
    }

    @Test
    void aRunSurvivesTheDeathOfTheDatabase() throws IOException, InterruptedException, SQLException {
        JsonNode run = admin.call("POST", "/api/" + TENANT + "/periods/" + Groundwork.PERIOD + "/evaluation-runs",
                Map.of(), null).expect(202);
        UUID runId = UUID.fromString(run.get("runId").asText());
        int persons = run.get("persons").asInt();
        String connections = maxConnections();
        Instant died = Instant.now();
        int doneBefore = killedInTheMiddle(runId);
        system.restartPostgres(connections);
        Groundwork.await("the run ends", Duration.ofMinutes(8), () -> state(runId).path("over").asBoolean());
        JsonNode ended = state(runId);
        Groundwork.await("the other tenant's pool has healed too", Duration.ofMinutes(3), this::servesTheOtherTenant);
        system.provoked(died, Instant.now());
        assertTrue(doneBefore < persons, "the run was over before the outage");
        assertEquals(persons, ended.get("done").asInt(), ended.toString());
        assertTrue(List.of("DONE", "NEEDS_ATTENTION").contains(ended.get("status").asText()), ended.toString());
        assertEquals(0, ended.get("faults").asInt(), ended.toString());
        assertEveryoneOnce(runId, persons);
    }

    /** Kills the server process as nobody can prevent; gives how many chunks were done. */
    private int killedInTheMiddle(UUID runId) throws InterruptedException, SQLException {
        EmbeddedPostgres postgres = system.postgres();
        int done = 0;
        while (done < 3) {
            TimeUnit.MILLISECONDS.sleep(20);
            done = number("""
                    select count(*) from t_tubei.evaluation_chunk where status = 'DONE' and evaluation_run_id = ?""", runId);
        }
        ProcessHandle postmaster = ProcessHandle.of(postgres.pid()).orElseThrow();
        List<ProcessHandle> all = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        Groundwork.await("all of PostgreSQL is gone", Duration.ofMinutes(1),
                () -> !postmaster.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive));
        return done;
    }

    /** The run as the API shows it; a missing node while Keycloak or the server still recover. Tokens live a minute. */
    private JsonNode state(UUID runId) {
        try {
            return Api.as(system, "admin." + TENANT, TENANT)
                    .get("/api/" + TENANT + "/evaluation-runs/" + runId).expect(200);
        } catch (AssertionError notYet) {
            return MissingNode.getInstance();
        }
    }

    /** Ten answers in a row: every connection of the pool has been drawn. */
    private boolean servesTheOtherTenant() {
        try {
            Api other = Api.as(system, "admin.samarinda", "samarinda");
            return IntStream.range(0, 10).allMatch(turn -> other.get("/api/samarinda/periods").status() == 200);
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private void assertEveryoneOnce(UUID runId, int persons) throws SQLException {
        assertEquals(persons, number("""
                select count(distinct covered) from t_tubei.evaluation_chunk, unnest(evaluation_ids) covered
                where evaluation_run_id = ? and status = 'DONE'""", runId), "covered");
        assertEquals(persons, number("""
                select count(*) from t_tubei.suggestion where evaluation_run_id = ?""", runId), "suggestions");
        assertEquals(persons, number("""
                select count(distinct evaluation_id) from t_tubei.suggestion where evaluation_run_id = ?""", runId),
                "people with a suggestion");
    }

    private String maxConnections() throws SQLException {
        try (Connection connection = system.postgres().connect("postgres", "capaian");
                ResultSet rows = connection.createStatement().executeQuery("show max_connections")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private int number(String query, UUID runId) throws SQLException {
        try (Connection connection = system.postgres().connect("postgres", "capaian");
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, runId);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    /** Changes a setting as an operator would by hand; the audit asks who it was. */
    private void update(String command) throws SQLException {
        try (Connection connection = system.postgres().connect("postgres", "capaian");
                Statement statement = connection.createStatement()) {
            statement.execute("set app.actor = 'system-test'; set app.request = 'system-test'");
            statement.executeUpdate(command);
        }
    }
}

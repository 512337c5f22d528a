package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.local.DemoDay;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server does by itself: the jobs of every tenant, the seals, and what follows the closing of a period. */
class PeriodClosingIT {

    private static final String YEAR = String.valueOf(DemoDay.today().year());

    /** In the order of their names. */
    private static final String RECURRING = "activate-plans,catch-up-summary,evaluation-clock,forget-import-drafts,"
            + "forget-keys,seal-audit";

    private RunningSystem system;
    private Api admin;

    @BeforeEach
    void signIn() throws IOException, InterruptedException {
        system = RunningSystem.shared();
        admin = Api.as(system, "admin.tubei", "tubei");
    }

    @Test
    void everyTenantHasItsJobsAndEachHasRun() throws SQLException, InterruptedException {
        await(RECURRING, "select string_agg(distinct coalesce(j.tasks, 'none'), ' or ') from registry.tenant t"
                + " left join lateral (select string_agg(s.task_name, ',' order by s.task_name collate \"C\") as tasks"
                + " from registry.scheduled_tasks s"
                + " where s.task_instance = t.code || '/recurring' and s.last_success is not null"
                + " and s.consecutive_failures = 0 and s.execution_time > now()) j on true"
                + " where t.desired_state = 'ACTIVE'");
    }

    @Test
    void theAuditIsSealedAndWhole() {
        JsonNode report = admin.get("/api/tubei/audit-report").expect(200);
        assertTrue(report.get("lastSeal").asInt() > 0, report::toString);
        assertTrue(report.path("finding").isMissingNode() || report.get("finding").isNull(), report::toString);
        assertEquals(200, admin.raw("GET", "/tubei/audit", Map.of(), null).status());
    }

    @Test
    void aClosedPeriodGetsItsFinalFigures() throws SQLException, InterruptedException {
        while (!year().get("status").asText().equals("CLOSED")) {
            JsonNode period = year();
            admin.call("PUT", "/api/tubei/periods/" + period.get("periodId").asText() + "/status",
                    Map.of("status", period.get("next").asText()), period.get("version").asLong()).expect(200);
        }
        await("tubei", "select tenant from national.closed_period where period_code = '" + YEAR + "'");
        await("0", "select count(*) from registry.scheduled_tasks where task_name = 'close-summary'");
        assertEquals(200, admin.raw("GET", "/tubei/periode", Map.of(), null).status());
    }

    private JsonNode year() {
        return StreamSupport.stream(admin.get("/api/tubei/periods").expect(200).spliterator(), false)
                .filter(period -> period.get("code").asText().equals(YEAR)).findFirst().orElseThrow();
    }

    private void await(String expected, String sql) throws SQLException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!expected.equals(ask(sql)) && System.nanoTime() < end) {
            Thread.sleep(500);
        }
        assertEquals(expected, ask(sql));
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = system.postgres().connect("postgres", "capaian");
                var query = connection.createStatement(); var rows = query.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}

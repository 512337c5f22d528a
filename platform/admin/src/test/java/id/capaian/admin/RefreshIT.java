package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.admin.database.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** National figures are derived for everybody at once, however many ask. */
class RefreshIT {

    private static final String PERIOD = "2026-Q4";
    private static final int OTHERS = 3;
    private static TwoTenants two;

    @BeforeAll
    static void twoTenants() {
        two = TwoTenants.applied();
    }

    @AfterAll
    static void stop() {
        two.close();
    }

    @Test
    void thoseWhoWaitShareTheNextOne() throws Exception {
        ExecutorService others = Executors.newFixedThreadPool(OTHERS);
        try {
            long before = times();
            List<Future<?>> waiting = two.as("registry_writer", first -> {
                refresh(first);
                List<Future<?>> asked = new ArrayList<>();
                for (int i = 0; i < OTHERS; i++) {
                    asked.add(others.submit(() -> two.as("registry_writer", RefreshIT::refresh)));
                }
                untilAllWait();
                return asked;
            });
            for (Future<?> one : waiting) {
                one.get(1, TimeUnit.MINUTES);
            }
            assertEquals(before + 2, times(), "the first, and one for all who asked while it ran");
            two.as("registry_writer", RefreshIT::refresh);
            assertEquals(before + 3, times(), "who asks afterwards gets one of its own");
        } finally {
            others.shutdownNow();
        }
    }

    /** Of a period it has never seen the planner would join cells by looking at all for each of all. */
    @Test
    void thePlannerKnowsThePeriodThatWasJustMade() throws SQLException {
        two.as("t_samarinda", connection -> Sql.text(connection, """
                select national.publish_summary('[{"period_code": "2031-Q1", "org_unit_name": "Dinas", "category": "ALL",
                    "org_unit_id": "00000000-0000-4000-8000-000000000001", "measure": "EVALUATED",
                    "person_count": 20}]')::text"""));
        two.as("registry_writer", connection -> Sql.text(connection, "select national.refresh('2031-Q1')::text"));
        assertTrue(two.ask("select most_common_vals::text from pg_stats where schemaname = 'national'"
                + " and tablename = 'cell' and attname = 'period_code'").toString().contains("2031-Q1"));
    }

    private static Optional<String> refresh(Connection connection) throws SQLException {
        return Sql.text(connection, "select national.refresh_together(?)::text", PERIOD);
    }

    private static long times() throws SQLException {
        return two.ask("select times::text from national.refreshed where period_code = '" + PERIOD + "'").stream()
                .mapToLong(Long::parseLong).sum();
    }

    private static void untilAllWait() {
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            while (!two.ask("select count(*)::text from pg_locks where locktype = 'advisory' and not granted")
                    .equals(List.of(Integer.toString(OTHERS)))) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        });
    }
}

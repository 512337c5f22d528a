package id.capaian.registry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.kernel.tenancy.Work;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantView;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The registry through the system door, on a real database with two tenants. */
class RegistrySliceTest {

    private static final Instant NOW = Slice.CLOCK.instant();

    private final Slice slice = Slice.ofTwoTenants();

    @Test
    void knowsTheTenantsWithTheirZones() {
        RegistrySnapshot snapshot = read();
        TenantView samarinda = snapshot.tenants().get(new TenantCode("samarinda"));
        assertEquals("Asia/Makassar", samarinda.timeZone().getId());
        assertEquals("Asia/Jakarta", snapshot.tenants().get(new TenantCode("tubei")).timeZone().getId());
        assertTrue(samarinda.schemaVersion().matches("[0-9]+"), samarinda.schemaVersion());
        assertTrue(samarinda.isActive());
    }

    @Test
    void rememberedEndsOfSessionsReachTheSnapshot() {
        String session = UUID.randomUUID().toString();
        system(sql -> {
            new EndSession(sql, Slice.CLOCK).one(session, "budi-" + session);
            return null;
        });
        assertEquals(NOW, read().endedSessions().get(session));
    }

    @Test
    void onlyWhatWasNotedLatelyIsReadAgainWhateverClocksSayOfItsEnd() throws SQLException {
        RegistryMemory memory = new RegistryMemory(RegistryMemory.ofSessions(8));
        String before = ended(NOW.minus(Duration.ofHours(3)));
        assertTrue(refreshed(memory, NOW).endedSessions().containsKey(before));
        String wrongClock = ended(NOW.minus(Duration.ofHours(1)));
        String slowCommit = ended(NOW);
        noted(slowCommit, Duration.ofMinutes(4));
        String longKnown = ended(NOW);
        noted(longKnown, Duration.ofMinutes(6));
        Map<String, Instant> known = refreshed(memory, NOW.plusSeconds(2)).endedSessions();
        assertTrue(known.keySet().containsAll(List.of(before, wrongClock, slowCommit)));
        assertFalse(known.containsKey(longKnown), "read all of them again");
        end(before, NOW.plusSeconds(3));
        assertEquals(NOW.plusSeconds(3), refreshed(memory, NOW.plusSeconds(4)).endedSessions().get(before));
    }

    @Test
    void aDatabasesClockThatWasSetBackHidesNoEnd() throws SQLException {
        RegistryMemory memory = new RegistryMemory(RegistryMemory.ofSessions(8));
        system(sql -> memory.refreshed(new ReadRegistry(sql) {
            @Override
            public News since(String mark) {
                News news = super.since(mark);
                return new News(news.mark(), news.tenants(), news.at().plus(Duration.ofHours(1)));
            }
        }, NOW));
        String session = ended(NOW);
        assertTrue(refreshed(memory, NOW.plusSeconds(2)).endedSessions().containsKey(session));
    }

    @Test
    void manyEndsAreReadPageByPage() throws SQLException {
        owner("insert into registry.ended_session (session_id, subject, ended_at) select 'many-' || n, 'many', '" + NOW
                + "' from generate_series(1, 25000) n");
        owner("analyze registry.ended_session");
        try {
            assertEquals(25_000, read().endedSessions().keySet().stream().filter(id -> id.startsWith("many-")).count());
        } finally {
            owner("delete from registry.ended_session where subject = 'many'");
        }
    }

    @Test
    void anEndIsRememberedAsLongAsTheSettingsLetASessionGoOn() {
        String session = ended(NOW.minus(Duration.ofHours(80)));
        RegistryMemory memory = new RegistryMemory(RegistryMemory.ofSessions(72));
        system(sql -> {
            sql.forgetSessions(NOW.minus(RegistryMemory.ofSessions(72)));
            return null;
        });
        assertTrue(refreshed(memory, NOW).endedSessions().containsKey(session));
        assertFalse(refreshed(memory, NOW.plus(Duration.ofHours(17))).endedSessions().containsKey(session));
        system(sql -> {
            sql.forgetSessions(NOW.minus(RegistryMemory.ofSessions(8)));
            return null;
        });
        assertFalse(refreshed(new RegistryMemory(RegistryMemory.ofSessions(72)), NOW).endedSessions().containsKey(session));
    }

    @Test
    void tenantsAreReadAgainWhenOneOfThemChanges() throws SQLException {
        RegistryMemory memory = new RegistryMemory(RegistryMemory.ofSessions(8));
        Map<TenantCode, TenantView> first = refreshed(memory, NOW).tenants();
        assertSame(first, refreshed(memory, NOW.plusSeconds(2)).tenants());
        owner("update registry.tenant set desired_state = 'SUSPENDED' where code = 'tubei'");
        try {
            assertFalse(refreshed(memory, NOW.plusSeconds(4)).tenants().get(new TenantCode("tubei")).isActive());
        } finally {
            owner("update registry.tenant set desired_state = 'ACTIVE' where code = 'tubei'");
        }
        assertTrue(refreshed(memory, NOW.plusSeconds(6)).tenants().get(new TenantCode("tubei")).isActive());
    }

    @Test
    void howManyPeopleATenantHasIsReadAsTheDatabaseBelieves() throws SQLException {
        believe("samarinda", 1_500);
        believe("tubei", -1);
        Map<String, Long> staff = system(sql -> new ReadRegistry(sql).staff());
        assertEquals(1_500, staff.get("samarinda"));
        assertFalse(staff.containsKey("tubei"), "never looked at");
    }

    private void believe(String tenant, int people) throws SQLException {
        owner("select pg_restore_relation_stats('schemaname', 't_" + tenant + "', 'relname', 'employee', 'reltuples', "
                + people + "::real)");
    }

    @Test
    void aNodeSaysThatItLivesAndTheDeadAreForgotten() throws SQLException {
        String old = "old-" + UUID.randomUUID();
        String fresh = "fresh-" + UUID.randomUUID();
        system(sql -> {
            sql.nodeLives(old, NOW.minusSeconds(600), "test", NOW.minusSeconds(600));
            sql.nodeLives(fresh, NOW, "test", NOW);
            sql.nodeLives(fresh, NOW, "test", NOW.plusSeconds(1));
            sql.forgetNodes(NOW.minusSeconds(120));
            return null;
        });
        try (var owner = slice.connect("p_owner"); var query = owner.createStatement(); var rows = query.executeQuery(
                "select node_id from registry.node where node_id in ('" + old + "', '" + fresh + "')")) {
            assertTrue(rows.next());
            assertEquals(fresh, rows.getString(1));
            assertFalse(rows.next());
        }
    }

    @Test
    void everyTenantInServiceHasTheRecurringJobsAndNoOther() throws SQLException {
        List<String> tasks = List.of("activate-plans", "seal-audit");
        keep(tasks);
        keep(tasks);
        String ofTwo = "activate-plans samarinda, activate-plans tubei, seal-audit samarinda, seal-audit tubei";
        assertEquals(ofTwo, recurring());
        owner("update registry.tenant set desired_state = 'SUSPENDED' where code = 'tubei'");
        try {
            keep(tasks);
            assertEquals("activate-plans samarinda, seal-audit samarinda", recurring());
        } finally {
            owner("update registry.tenant set desired_state = 'ACTIVE' where code = 'tubei'");
        }
        keep(tasks);
        assertEquals(ofTwo, recurring());
        owner("delete from registry.scheduled_tasks where task_instance like '%/recurring'");
    }

    private void keep(List<String> tasks) {
        system(sql -> {
            sql.keepRecurring(tasks);
            return null;
        });
    }

    private String recurring() throws SQLException {
        try (var owner = slice.connect("p_owner"); var query = owner.createStatement(); var rows = query.executeQuery(
                "select string_agg(task_name || ' ' || split_part(task_instance, '/', 1), ', ' order by task_name,"
                        + " task_instance) from registry.scheduled_tasks where task_instance in ('samarinda/recurring',"
                        + " 'tubei/recurring')")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void owner(String sql) throws SQLException {
        try (var owner = slice.connect("p_owner"); var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private RegistrySnapshot read() {
        return refreshed(new RegistryMemory(RegistryMemory.ofSessions(8)), NOW);
    }

    private RegistrySnapshot refreshed(RegistryMemory memory, Instant now) {
        return system(sql -> memory.refreshed(new ReadRegistry(sql), now));
    }

    private String ended(Instant at) {
        String session = UUID.randomUUID().toString();
        end(session, at);
        return session;
    }

    private void end(String session, Instant at) {
        system(sql -> {
            sql.end(session, "budi-" + session, at);
            return null;
        });
    }

    /** As if the database had noted it so long ago. */
    private void noted(String session, Duration ago) throws SQLException {
        owner("alter table registry.ended_session disable trigger note");
        owner("update registry.ended_session set noted_at = clock_timestamp() - interval '" + ago.toSeconds()
                + " seconds' where session_id = '" + session + "'");
        owner("alter table registry.ended_session enable trigger note");
    }

    private <T> T system(Function<RegistrySql, T> act) {
        var work = new Work(Work.Door.SYSTEM, null, "system", "slice", false);
        return slice.in(work, new Caller(), unit -> act.apply(new RegistrySql(unit.entityManager())));
    }
}

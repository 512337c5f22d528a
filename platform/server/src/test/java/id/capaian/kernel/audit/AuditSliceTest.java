package id.capaian.kernel.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.audit.AuditFinding.Kind;
import id.capaian.kernel.tenancy.Slice;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seals over the audit of two tenants, and what they notice. */
class AuditSliceTest {

    private final Slice slice = Slice.ofTwoTenants();

    @BeforeEach
    void sealWhatOthersLeft() {
        write("samarinda", 3);
        write("tubei", 3);
        sealAll("samarinda");
        sealAll("tubei");
        assertNull(verify("samarinda").finding());
        assertNull(verify("tubei").finding());
    }

    @Test
    void chainsSealAfterSeal() {
        AuditReport before = verify("samarinda");
        write("samarinda", 2);
        assertEquals(2, verify("samarinda").unsealed());
        seal("samarinda");
        write("samarinda", 4);
        seal("samarinda");
        AuditReport after = verify("samarinda");
        assertNull(after.finding());
        assertEquals(before.seals() + 2, after.seals());
        assertEquals(before.entries() + 6, after.entries());
        assertEquals(0, after.unsealed());
        assertNotEquals(before.lastSha256(), after.lastSha256());
        seal("samarinda");
        assertEquals(after, verify("samarinda"), "nothing new, no seal");
    }

    @Test
    void isOneTenantsOwn() {
        AuditReport tubei = verify("tubei");
        write("samarinda", 2);
        seal("samarinda");
        assertEquals(tubei, verify("tubei"));
    }

    @Test
    void namesAnAlteredEntryOfAnySeal() throws SQLException {
        long entry = lastEntry("samarinda");
        write("samarinda", 2);
        seal("samarinda");
        whileChanged("update t_samarinda.audit_entry set actor = actor || 'x' where audit_entry_id = " + entry,
                "update t_samarinda.audit_entry set actor = left(actor, -1) where audit_entry_id = " + entry, () -> {
                    assertEquals(Kind.ENTRY_ALTERED, verify("samarinda").finding().kind());
                    assertEquals(entry, verify("samarinda").finding().entryId());
                    assertNull(verify("tubei").finding());
                });
        whileChanged("update t_samarinda.audit_entry set row_after = row_after || '{\"value\": \"2\"}' where audit_entry_id = "
                + entry, "update t_samarinda.audit_entry set row_after = row_after || '{\"value\": \"1\"}'"
                + " where audit_entry_id = " + entry,
                () -> assertEquals(entry, verify("samarinda").finding().entryId()));
    }

    @Test
    void namesAnEntryThatIsGone() throws SQLException {
        long entry = lastEntry("tubei") - 1;
        whileChanged("create table t_tubei.kept as select * from t_tubei.audit_entry where audit_entry_id = " + entry
                + "; delete from t_tubei.audit_entry where audit_entry_id = " + entry,
                "insert into t_tubei.audit_entry overriding system value select * from t_tubei.kept;"
                        + " drop table t_tubei.kept", () -> {
                    assertEquals(Kind.ENTRY_MISSING, verify("tubei").finding().kind());
                    assertEquals(entry, verify("tubei").finding().entryId());
                    assertNull(verify("samarinda").finding());
                });
    }

    @Test
    void namesAnEntryPutAmongSealedOnes() throws SQLException {
        long entry = skipAnId("samarinda");
        write("samarinda", 1);
        seal("samarinda");
        whileChanged("insert into t_samarinda.audit_entry overriding system value values (" + entry
                + ", now(), 'forger', 'r', 'setting', 'INSERT', null, '{}')",
                "delete from t_samarinda.audit_entry where audit_entry_id = " + entry, () -> {
                    assertEquals(Kind.ENTRY_ADDED, verify("samarinda").finding().kind());
                    assertEquals(entry, verify("samarinda").finding().entryId());
                });
    }

    @Test
    void namesASealThatWasChangedOrReplaced() throws SQLException {
        long number = verify("samarinda").lastSeal();
        write("samarinda", 1);
        seal("samarinda");
        whileChanged("update t_samarinda.audit_seal set sealed_at = sealed_at - interval '1 day' where audit_seal_id = "
                + number, "update t_samarinda.audit_seal set sealed_at = sealed_at + interval '1 day' where audit_seal_id = "
                + number, () -> assertEquals(new AuditFinding(Kind.SEAL_ALTERED, number, null), verify("samarinda").finding()));
        whileChanged("create table t_samarinda.kept as select * from t_samarinda.audit_seal where audit_seal_id = " + number
                + "; delete from t_samarinda.audit_seal where audit_seal_id = " + number,
                "insert into t_samarinda.audit_seal select * from t_samarinda.kept; drop table t_samarinda.kept",
                () -> assertEquals(new AuditFinding(Kind.CHAIN_BROKEN, number + 1, null), verify("samarinda").finding()));
    }

    @Test
    void waitsForAnEntryThatCommitsBehindAHigherOneAndHoldsUpNobody()
            throws SQLException, InterruptedException, ExecutionException, TimeoutException {
        AuditReport before = verify("samarinda");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection late = slice.connect("p_app"); var statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("set local role t_samarinda; set local app.actor = 'late'; set local app.request = 'r'");
            statement.execute("insert into t_samarinda.setting values (gen_random_uuid(), gen_random_uuid()::text, '1',"
                    + " date '2026-01-01', 0)");
            write("samarinda", 1);
            Future<Boolean> sealing = other.submit(() -> seal("samarinda"));
            write("samarinda", 1);
            sealing.get(30, TimeUnit.SECONDS);
            assertEquals(before.seals(), verify("samarinda").seals(), "the late one might appear among them");
            Future<Boolean> next = other.submit(() -> seal("samarinda"));
            Thread.sleep(Duration.ofMillis(300).toMillis());
            late.commit();
            next.get(30, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }
        AuditReport after = verify("samarinda");
        assertNull(after.finding());
        assertEquals(before.entries() + 3, after.entries());
        assertEquals(0, after.unsealed());
    }

    @Test
    void missesNothingWhileManyWrite() throws InterruptedException, ExecutionException, TimeoutException {
        long entries = verify("tubei").entries();
        ExecutorService writers = Executors.newFixedThreadPool(3);
        try {
            Future<?>[] all = new Future<?>[3];
            for (int i = 0; i < all.length; i++) {
                all[i] = writers.submit(() -> {
                    for (int n = 0; n < 40; n++) {
                        write("tubei", 1 + n % 3);
                    }
                });
            }
            for (Future<?> writer : all) {
                while (!writer.isDone()) {
                    seal("tubei");
                }
                writer.get(60, TimeUnit.SECONDS);
            }
        } finally {
            writers.shutdownNow();
        }
        sealAll("tubei");
        AuditReport after = verify("tubei");
        assertNull(after.finding());
        assertEquals(0, after.unsealed());
        assertEquals(entries + 3 * (13 * 6 + 1), after.entries());
        assertTrue(after.seals() > 2);
    }

    /** Runs the probe between a change made by the owner of the tables and its taking back. */
    private void whileChanged(String change, String back, Runnable probe) throws SQLException {
        owner(change);
        try {
            probe.run();
        } finally {
            owner(back);
        }
        assertNull(verify("samarinda").finding());
        assertNull(verify("tubei").finding());
    }

    private void owner(String sql) throws SQLException {
        try (Connection owner = slice.connect("p_owner"); var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private long skipAnId(String tenant) throws SQLException {
        return ask("select nextval(pg_get_serial_sequence('t_" + tenant + ".audit_entry', 'audit_entry_id'))");
    }

    private long lastEntry(String tenant) throws SQLException {
        return ask("select max(audit_entry_id) from t_" + tenant + ".audit_entry");
    }

    private long ask(String sql) throws SQLException {
        try (Connection owner = slice.connect("p_owner"); var query = owner.createStatement();
                var rows = query.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void write(String tenant, int entries) {
        slice.inTenant(tenant, "writer", work -> {
            for (int i = 0; i < entries; i++) {
                work.entityManager().createNativeQuery("insert into __T__.setting values (?, ?, '1', date '2026-01-01', 0)")
                        .setParameter(1, UUID.randomUUID()).setParameter(2, UUID.randomUUID().toString()).executeUpdate();
            }
            return null;
        });
    }

    private void sealAll(String tenant) {
        boolean more = true;
        while (more) {
            more = seal(tenant);
        }
    }

    private boolean seal(String tenant) {
        return slice.inTenant(tenant, "job:seal-audit", work ->
                new SealAudit(new AuditSql(work.entityManager()), work.caller(), work.clock()).seal());
    }

    private AuditReport verify(String tenant) {
        return slice.inTenant(tenant, "admin", work -> new VerifyAudit(new AuditSql(work.entityManager())).verify());
    }
}

package id.capaian.extension.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.Binding;
import id.capaian.extension.PackCondition;
import id.capaian.extension.host.Artifact;
import id.capaian.extension.host.Desired;
import id.capaian.extension.host.PackArchive;
import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.PackReport;
import id.capaian.extension.host.PluginHost;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.kernel.tenancy.Wiring;
import id.capaian.kernel.tenancy.Work;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Packs in the registry, through the doors of two tenants and of the system. */
class PacksSliceTest {

    private static final Slice SLICE = Slice.ofTwoTenants();
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final PackKey PACK = new PackKey("region-slice", "1.0.0");
    private static final String NODE = "slice-node";

    @BeforeAll
    static void stage() throws SQLException {
        try (var owner = SLICE.connect("p_owner"); var sql = owner.createStatement()) {
            sql.execute("insert into registry.trusted_key (key_id, public_key, valid_from) values ('slice', '\\x01', now())");
            sql.execute("insert into registry.pack_artifact (pack_id, version, sha256, kind, api_range, names, key_id,"
                    + " signature, bytes, staged_at) values ('region-slice', '1.0.0', 'abc', 'DATA', '>=1.0.0', '{}', 'slice',"
                    + " '\\x0203', '\\x0405', now())");
            sql.execute("insert into registry.pack_offer (tenant, pack_id) values ('samarinda', 'region-slice')");
            sql.execute("insert into registry.node (node_id, started_at, seen_at, release) values ('" + NODE
                    + "', now(), now(), 'test')");
        }
    }

    @Test
    void aTenantSeesItsOffersAndWhatNodesSay() {
        system(sql -> {
            sql.report(NODE, new PackReport(PACK, PackCondition.FAILED, "ALTERED: bytes"), Slice.CLOCK.instant());
            sql.report(NODE, new PackReport(PACK, PackCondition.VERIFIED, null), Slice.CLOCK.instant());
            return null;
        });
        OfferedPack offered = tenant("samarinda", PacksSql::offered).stream()
                .filter(pack -> pack.packId().equals("region-slice")).findFirst().orElseThrow();
        assertEquals("DATA", offered.kind());
        assertEquals("VERIFIED", offered.nodes().get(0).state());
        assertEquals(NODE, offered.nodes().get(0).nodeId());
        assertTrue(tenant("tubei", PacksSql::offered).stream().noneMatch(pack -> pack.packId().equals("region-slice")));
    }

    @Test
    void whatATenantEnablesIsWantedOfEveryNodeAndBelongsToThatTenantOnly() {
        UUID unit = UUID.randomUUID();
        UUID made = tenant("samarinda", sql -> sql.enable("region-slice", "1.0.0", "{\"x\": 1}", NEW_YEAR, unit));
        Desired desired = system(sql -> new ReadDesired(sql).read());
        Binding binding = desired.bindings().stream().filter(one -> one.bindingId().equals(made)).findFirst().orElseThrow();
        assertEquals(new TenantCode("samarinda"), binding.tenant());
        assertEquals(unit, binding.orgUnitId());
        assertEquals(NEW_YEAR, binding.effectiveFrom());
        assertEquals("{\"x\": 1}", binding.parameters());
        Artifact artifact = desired.artifacts().get(PACK);
        assertArrayEquals(new byte[] {2, 3}, artifact.signature());
        assertArrayEquals(new byte[] {4, 5}, system(sql -> new ReadDesired(sql).bytes(PACK)));
        assertTrue(desired.keys().containsKey("slice"));
        assertTrue(tenant("tubei", PacksSql::bindings).stream().noneMatch(one -> one.bindingId().equals(made)));

        assertEquals(Problem.NOT_FOUND, assertThrows(ProblemException.class, () -> tenant("tubei", sql -> {
            new DisablePack(sql).disable(made);
            return null;
        })).problem());
        tenant("samarinda", sql -> {
            new DisablePack(sql).disable(made);
            return null;
        });
        List<OwnBinding> own = tenant("samarinda", PacksSql::bindings);
        assertTrue(own.stream().anyMatch(one -> one.bindingId().equals(made) && !one.enabled()));
        assertTrue(system(sql -> new ReadDesired(sql).read()).bindings().stream()
                .noneMatch(one -> one.bindingId().equals(made)));
    }

    @Test
    void refusesWhatIsNotOfferedOrNotChecked() {
        var wish = new EnablePack.Wish("region-slice", "1.0.0", "{}", NEW_YEAR, null);
        assertEquals(Problem.PACK_NOT_OFFERED, problemOf(() -> enable("tubei", wish, null)));
        assertEquals(Problem.PACK_NOT_READY, problemOf(() -> enable("samarinda", wish, null)));
    }

    @Test
    void whatWasEnabledIsAnsweredAgainToTheSameKeyWhateverBecameOfThePack() {
        var wish = new EnablePack.Wish("region-slice", "1.0.0", "{}", NEW_YEAR, null);
        var made = new EnablePack.Made(UUID.randomUUID());
        String key = UUID.randomUUID().toString();
        SLICE.inTenant("tubei", "anna",
                unit -> Wiring.of(unit).get(Once.class).perform(key, wish, EnablePack.Made.class, () -> made));
        assertEquals(made, enable("tubei", wish, key));
        var other = new EnablePack.Wish("region-slice", "1.0.1", "{}", NEW_YEAR, null);
        assertEquals(Problem.IDEMPOTENCY_KEY_REUSED, problemOf(() -> enable("tubei", other, key)));
    }

    @Test
    void theArchiveHasEveryPackThatWasStagedWithItsKeyAsItIsToday() throws SQLException {
        try (var owner = SLICE.connect("p_owner"); var sql = owner.createStatement()) {
            sql.execute("insert into registry.trusted_key (key_id, public_key, valid_from, revoked_at)"
                    + " values ('slice-old', '\\x01', now(), now())");
            sql.execute("insert into registry.pack_artifact (pack_id, version, sha256, kind, api_range, names, key_id,"
                    + " signature, bytes, staged_at, retired_at) values ('region-slice-old', '1.0.0', 'old', 'DATA',"
                    + " '>=1.0.0', '{}', 'slice-old', '\\x0203', '\\x0607', now(), now())");
        }
        PackKey old = new PackKey("region-slice-old", "1.0.0");
        assertFalse(system(sql -> new ReadDesired(sql).read()).artifacts().containsKey(old));
        PackArchive.Kept kept = system(sql -> new ReadArchive(sql).find(old)).orElseThrow();
        assertEquals("old", kept.artifact().sha256());
        assertTrue(kept.key().revokedAt() != null);
        assertArrayEquals(new byte[] {6, 7}, kept.bytes());
        assertTrue(system(sql -> new ReadArchive(sql).find(new PackKey("region-slice", "9.9.9"))).isEmpty());
    }

    private static EnablePack.Made enable(String tenant, EnablePack.Wish wish, String key) {
        return SLICE.inTenant(tenant, "anna", unit -> Wiring.of(unit, new PluginHost(), new Chart()).get(EnablePack.class)
                .enable(wish, key, Locale.ROOT));
    }

    private static Problem problemOf(Runnable act) {
        return assertThrows(ProblemException.class, act::run).problem();
    }

    private static <T> T tenant(String tenant, Function<PacksSql, T> act) {
        return SLICE.inTenant(tenant, "anna", unit -> act.apply(new PacksSql(unit.entityManager())));
    }

    private static <T> T system(Function<DesiredSql, T> act) {
        var work = new Work(Work.Door.SYSTEM, null, "system", "slice", false);
        return SLICE.in(work, new Caller(), unit -> act.apply(new DesiredSql(unit.entityManager())));
    }
}

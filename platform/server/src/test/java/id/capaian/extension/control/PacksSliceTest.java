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
import id.capaian.registry.Registry;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Packs in the registry, through the doors of two tenants and of the system. */
class PacksSliceTest {

    private static final Slice SLICE = Slice.ofTwoTenants();
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final PackKey PACK = new PackKey("region-slice", "1.0.0");
    private static final String NODE = "slice-node";
    private static final UUID UPGRADED = UUID.randomUUID();

    @BeforeAll
    static void stage() throws SQLException {
        try (var owner = SLICE.connect("p_owner"); var sql = owner.createStatement()) {
            sql.execute("insert into registry.trusted_key (key_id, public_key, valid_from) values ('slice', '\\x01', now())");
            sql.execute("insert into registry.pack_artifact (pack_id, version, sha256, kind, api_range, names, key_id,"
                    + " signature, bytes, staged_at) values ('region-slice', '1.0.0', 'abc', 'DATA', '>=1.0.0',"
                    + " '{\"id\": \"Irisan\"}', 'slice',"
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
        assertEquals(Map.of("id", "Irisan"), offered.names());
        OfferedPack.NodeState said = offered.nodes().stream().filter(node -> node.nodeId().equals(NODE)).findFirst()
                .orElseThrow();
        assertEquals("VERIFIED", said.state());
        assertTrue(tenant("tubei", PacksSql::offered).stream().noneMatch(pack -> pack.packId().equals("region-slice")));
    }

    @Test
    void whatIsReplacedOnTheSameDayIsEndedByWhoReplacesIt() {
        UUID unit = UUID.randomUUID();
        UUID first = tenant("samarinda", sql -> sql.enable("region-slice", "1.0.0", "{}", NEW_YEAR, unit));
        UUID second = tenant("samarinda", "budi",
                sql -> sql.enable("region-slice", "1.0.0", "{\"x\": 2}", NEW_YEAR, unit));
        Map<UUID, OwnBinding> own = tenant("samarinda", PacksSql::bindings).stream()
                .collect(Collectors.toMap(OwnBinding::bindingId, Function.identity()));
        assertEquals("budi", own.get(first).endedBy());
        assertTrue(own.get(second).enabled());
        assertEquals(null, own.get(second).endedBy());
        assertEquals(null, own.get(second).endedAt());
    }

    @Test
    void serversThatLiveAndHaveSaidNothingAreThereAndRetiredVersionsHaveServersToo() throws SQLException {
        try (var owner = SLICE.connect("p_owner"); var sql = owner.createStatement()) {
            sql.execute("insert into registry.node (node_id, started_at, seen_at, release)"
                    + " values ('silent-node', now(), now(), 'test')");
            sql.execute("insert into registry.pack_artifact (pack_id, version, sha256, kind, api_range, names, key_id,"
                    + " signature, bytes, staged_at) values ('region-slice', '0.9.0', 'used', 'DATA', '>=1.0.0', '{}',"
                    + " 'slice', '\\x02', '\\x03', now())");
        }
        PackKey used = new PackKey("region-slice", "0.9.0");
        tenant("samarinda", sql -> sql.enable("region-slice", "0.9.0", "{}", NEW_YEAR, UUID.randomUUID()));
        system(sql -> {
            sql.report(NODE, new PackReport(used, PackCondition.ACTIVE, null), Slice.CLOCK.instant());
            return null;
        });
        try (var owner = SLICE.connect("p_owner"); var sql = owner.createStatement()) {
            sql.execute("update registry.pack_artifact set retired_at = now() where version = '0.9.0'");
        }
        assertTrue(tenant("samarinda", PacksSql::offered).stream().noneMatch(pack -> pack.pack().equals(used)));
        Map<String, OfferedPack.NodeState> nodes = tenant("samarinda", PacksSql::enabledNodes).get(used).stream()
                .collect(Collectors.toMap(OfferedPack.NodeState::nodeId, Function.identity()));
        assertEquals("ACTIVE", nodes.get(NODE).state());
        assertEquals("WAITING", nodes.get("silent-node").state());
        assertEquals(null, nodes.get("silent-node").reportedAt());
        assertTrue(tenant("tubei", PacksSql::enabledNodes).get(used) == null, "another tenant's");
    }

    @Test
    void whatATenantEnablesIsWantedOfEveryNodeAndBelongsToThatTenantOnly() {
        UUID unit = UUID.randomUUID();
        UUID made = tenant("samarinda", sql -> sql.enable("region-slice", "1.0.0", "{\"x\": 1}", NEW_YEAR, unit));
        Desired desired = system(sql -> new ReadDesired(sql, Slice.CLOCK).read());
        Binding binding = desired.bindings().stream().filter(one -> one.bindingId().equals(made)).findFirst().orElseThrow();
        assertEquals(new TenantCode("samarinda"), binding.tenant());
        assertEquals(unit, binding.orgUnitId());
        assertEquals(NEW_YEAR, binding.effectiveFrom());
        assertEquals("{\"x\": 1}", binding.parameters());
        Artifact artifact = desired.artifacts().get(PACK);
        assertArrayEquals(new byte[] {2, 3}, artifact.signature());
        assertArrayEquals(new byte[] {4, 5}, system(sql -> new ReadDesired(sql, Slice.CLOCK).bytes(PACK)));
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
        OwnBinding ended = own.stream().filter(one -> one.bindingId().equals(made)).findFirst().orElseThrow();
        assertFalse(ended.enabled());
        assertEquals("anna", ended.endedBy());
        assertTrue(!ended.endedAt().isBefore(ended.requestedAt()));
        tenant("samarinda", "budi", sql -> {
            new DisablePack(sql).disable(made);
            return null;
        });
        assertTrue(tenant("samarinda", PacksSql::bindings).contains(ended), "the first who ended it is kept");
        assertTrue(system(sql -> new ReadDesired(sql, Slice.CLOCK).read()).bindings().stream()
                .noneMatch(one -> one.bindingId().equals(made)));
    }

    @Test
    void ofManyUpgradesOnlyTheLastTwoAndThoseToComeAreLoaded() throws SQLException {
        LocalDate today = LocalDate.ofInstant(Slice.CLOCK.instant(), ZoneOffset.UTC);
        try (var owner = SLICE.connect("p_owner"); var sql = owner.createStatement()) {
            for (int i = 1; i <= 5; i++) {
                sql.execute("insert into registry.pack_artifact (pack_id, version, sha256, kind, api_range, names,"
                        + " key_id, signature, bytes, staged_at) values ('region-up', '" + i + ".0.0', 'up" + i
                        + "', 'DATA', '>=1.0.0', '{}', 'slice', '\\x02', '\\x03', now())");
            }
            sql.execute("insert into registry.pack_offer (tenant, pack_id) values ('samarinda', 'region-up'),"
                    + " ('tubei', 'region-up')");
        }
        upgrade("samarinda", "1.0.0", today.minusDays(40));
        upgrade("samarinda", "2.0.0", today.minusDays(30));
        upgrade("samarinda", "3.0.0", today.minusDays(20));
        upgrade("samarinda", "4.0.0", today.plusDays(30));
        upgrade("tubei", "5.0.0", today.minusDays(40));
        Desired desired = system(sql -> new ReadDesired(sql, Slice.CLOCK).read());
        assertEquals(Set.of("2.0.0", "3.0.0", "4.0.0", "5.0.0"), desired.bound().stream()
                .filter(pack -> pack.packId().equals("region-up")).map(PackKey::version).collect(Collectors.toSet()));
        assertEquals(5, desired.bindings().stream().filter(one -> one.packId().equals("region-up")).count(),
                "what held on a day gone by is still known");
        assertTrue(desired.artifacts().containsKey(new PackKey("region-up", "1.0.0")), "and can be computed with");
    }

    private static void upgrade(String tenant, String version, LocalDate from) {
        tenant(tenant, sql -> sql.enable("region-up", version, "{}", from, UPGRADED));
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
        var made = new EnablePack.Made(UUID.randomUUID(), EnablePack.Effect.NOW);
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
        assertFalse(system(sql -> new ReadDesired(sql, Slice.CLOCK).read()).artifacts().containsKey(old));
        PackArchive.Kept kept = system(sql -> new ReadArchive(sql).find(old)).orElseThrow();
        assertEquals("old", kept.artifact().sha256());
        assertTrue(kept.key().revokedAt() != null);
        assertArrayEquals(new byte[] {6, 7}, kept.bytes());
        assertTrue(system(sql -> new ReadArchive(sql).find(new PackKey("region-slice", "9.9.9"))).isEmpty());
    }

    private static EnablePack.Made enable(String tenant, EnablePack.Wish wish, String key) {
        Registry registry = new Registry();
        return SLICE.inTenant(tenant, "anna", unit -> Wiring.of(unit, new PluginHost(), new Chart(), registry)
                .get(EnablePack.class).enable(wish, key, Locale.ROOT));
    }

    private static Problem problemOf(Runnable act) {
        return assertThrows(ProblemException.class, act::run).problem();
    }

    private static <T> T tenant(String tenant, Function<PacksSql, T> act) {
        return tenant(tenant, "anna", act);
    }

    private static <T> T tenant(String tenant, String actor, Function<PacksSql, T> act) {
        return SLICE.inTenant(tenant, actor, unit -> act.apply(new PacksSql(unit.entityManager())));
    }

    private static <T> T system(Function<DesiredSql, T> act) {
        var work = new Work(Work.Door.SYSTEM, null, "system", "slice", false);
        return SLICE.in(work, new Caller(), unit -> act.apply(new DesiredSql(unit.entityManager())));
    }
}

package id.capaian.extension.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.Binding;
import id.capaian.extension.boundary.PackDetailView.Verdict;
import id.capaian.extension.control.Chart;
import id.capaian.extension.control.EnablePack;
import id.capaian.extension.control.KnownPacks;
import id.capaian.extension.host.PackArchive;
import id.capaian.extension.host.PackKey;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.Slice;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.kernel.tenancy.Wiring;
import id.capaian.registry.Registry;
import id.capaian.registry.RegistrySnapshot;
import id.capaian.registry.TenantState;
import id.capaian.registry.TenantView;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One version of a pack as the registry, the archive and this server know it, for one of two tenants. */
class PackDetailsSliceTest {

    private static final Slice SLICE = Slice.ofTwoTenants();
    private static final String HERE = "tubei";
    private static final String THERE = "samarinda";
    private static final String PACK = "region-rincian";
    private static final PackKey OLD = new PackKey(PACK, "1.0.0");
    private static final PackKey NEW = new PackKey(PACK, "1.1.0");
    private static final PackKey BROKEN = new PackKey(PACK, "1.2.0");

    private final KnownPacks host = new KnownPacks().knowing(OLD, NEW);

    @BeforeAll
    static void stage() throws SQLException {
        try (var owner = SLICE.connect("p_owner"); var sql = owner.createStatement()) {
            sql.execute("insert into registry.trusted_key (key_id, public_key, valid_from)"
                    + " values ('details', '\\x01', now())");
            for (PackKey pack : List.of(OLD, NEW, BROKEN)) {
                sql.execute("insert into registry.pack_artifact (pack_id, version, sha256, kind, api_range, names,"
                        + " key_id, signature, bytes, staged_at) values ('" + PACK + "', '" + pack.version()
                        + "', 'details" + pack.version() + "', 'DATA', '>=1.0.0', '{}', 'details', '\\x02', '\\x03',"
                        + " now())");
            }
            sql.execute("insert into registry.pack_offer (tenant, pack_id) values ('" + HERE + "', '" + PACK + "')");
            sql.execute("insert into registry.node (node_id, started_at, seen_at, release)"
                    + " values ('details-node', now(), now(), 'test')");
            sql.execute("insert into registry.node_pack (node_id, pack_id, version, state, reason, reported_at) values"
                    + " ('details-node', '" + PACK + "', '1.2.0', 'FAILED', 'MALFORMED: no archive', now())");
        }
    }

    @Test
    void comparesWithWhatIsInForceAndTellsWhoSignedIt() {
        in(HERE, wiring -> wiring.get(EnablePack.class).enable(new EnablePack.Wish(PACK, "1.0.0",
                "{\"guard.ceiling\": 105}", LocalDate.of(2026, 1, 1), null), null, Locale.ROOT));
        PackDetailView now = find(OLD);
        assertEquals("SAME", now.comparison().state());
        List<BindingView> whole = now.bindings().stream().filter(binding -> binding.orgUnitId() == null).toList();
        assertEquals(1, whole.size());
        assertTrue(whole.get(0).inForce());
        PackDetailView newer = find(NEW);
        assertEquals("LISTED", newer.comparison().state());
        assertEquals("1.0.0", newer.comparison().withVersion());
        assertEquals(List.of(), newer.bindings());
        assertTrue(newer.offered());
        assertEquals("Bengkel", newer.trust().publisher());
        assertEquals(Verdict.YES, newer.compatibility().fits());
        assertEquals(">=1.0.0 & <2.0.0", newer.compatibility().range());
        assertEquals(1, newer.examples().count());
        assertEquals(Verdict.YES, newer.examples().passed());
        assertEquals("guard.ceiling", newer.parameters().get(0).name());
    }

    @Test
    void isActiveOnceThisServerHasReadThatTheTenantEnabledIt() {
        enable("{}", Chart.OFFICE);
        BindingView asked = ofOffice(find(OLD));
        assertEquals("PREPARING", asked.state(), "the pack calculates here, but not yet for this government");
        host.readBinding(new Binding(asked.bindingId(), new TenantCode(HERE), Chart.OFFICE, PACK, "1.0.0",
                "details1.0.0", "{}", asked.effectiveFrom()));
        assertEquals("ACTIVE", ofOffice(find(OLD)).state());
    }

    private static BindingView ofOffice(PackDetailView view) {
        return view.bindings().stream().filter(binding -> Chart.OFFICE.equals(binding.orgUnitId()) && binding.isOn())
                .findFirst().orElseThrow();
    }

    @Test
    void anUpgradeOfAUnitBeginsWithWhatThatUnitSetAndNoOtherDoes() {
        enable("{\"guard.ceiling\": 105}", null);
        enable("{\"guard.ceiling\": 101}", Chart.OFFICE);
        assertEquals("{\"guard.ceiling\": 101}", soFar(Chart.OFFICE.toString()));
        assertEquals("{\"guard.ceiling\": 105}", soFar(null));
        assertEquals("{\"guard.ceiling\": 105}", soFar(Chart.CENTRE.toString()), "it has none of its own");
        assertEquals("{\"guard.ceiling\": 105}", soFar("x"));
    }

    private void enable(String parameters, UUID unit) {
        in(HERE, wiring -> wiring.get(EnablePack.class).enable(new EnablePack.Wish(PACK, "1.0.0", parameters,
                LocalDate.of(2026, 1, 1), unit), null, Locale.ROOT));
    }

    private String soFar(String unit) {
        PackDetails.Found found = in(HERE, wiring -> wiring.get(PackDetails.class)
                .find(NEW.packId(), NEW.version(), PageSample.shell(Language.ID)));
        return PackScreen.soFar(found, unit).orElseThrow().parameters();
    }

    @Test
    void showsWhyAVersionIsRefusedWithoutReadingIt() {
        PackDetailView refused = find(BROKEN);
        assertEquals(Verdict.NOT_CHECKED, refused.compatibility().fits());
        assertEquals(List.of("MALFORMED"), refused.pack().nodes().stream()
                .filter(node -> node.nodeId().equals("details-node")).map(PackView.Node::refusal).toList());
        assertEquals(0, refused.examples().count());
        assertFalse(refused.pack().isReady());
    }

    @Test
    void showsNothingOfWhatIsNotOffered() {
        assertEquals(Problem.PACK_NOT_OFFERED, assertThrows(ProblemException.class, () ->
                in(THERE, wiring -> wiring.get(PackDetails.class)
                        .find(PACK, "1.0.0", PageSample.shell(Language.ID)))).problem());
        assertEquals(Problem.PACK_NOT_OFFERED, assertThrows(ProblemException.class, () ->
                find(new PackKey(PACK, "9.9.9"))).problem());
    }

    private PackDetailView find(PackKey pack) {
        return in(HERE, wiring -> wiring.get(PackDetails.class)
                .find(pack.packId(), pack.version(), PageSample.shell(Language.ID))).view();
    }

    private <T> T in(String tenant, Function<Wiring, T> act) {
        PackArchive archive = pack -> Optional.of(pack.equals(BROKEN) ? JarSample.broken(pack)
                : JarSample.data(pack, Map.of("golden/01.json", "{\"name\": \"contoh\"}")));
        return SLICE.inTenant(tenant, "anna", unit -> {
            Registry registry = new Registry();
            registry.know(new RegistrySnapshot(Stream.of(HERE, THERE).map(PackDetailsSliceTest::tenant)
                    .collect(Collectors.toMap(TenantView::code, Function.identity())), Map.of()));
            return act.apply(Wiring.of(unit, host, new Chart(), registry, archive));
        });
    }

    private static TenantView tenant(String code) {
        return new TenantView(new TenantCode(code), code, "64.72", code, ZoneId.of("Asia/Makassar"), "id",
                TenantState.ACTIVE, "1");
    }
}

package id.capaian.extension.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.PackOffers;
import id.capaian.extension.host.PackKey;
import id.capaian.kernel.problem.FieldProblem;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a regional admin decides about packs, in the registry, with another tenant beside. */
class PackDecisionsSliceTest {

    private static final Slice SLICE = Slice.ofTwoTenants();
    private static final String HERE = "samarinda";
    private static final String THERE = "tubei";
    private static final String PACK = "region-keputusan";
    private static final PackKey OLD = new PackKey(PACK, "1.0.0");
    private static final PackKey NEW = new PackKey(PACK, "1.1.0");
    private static final LocalDate SPRING = LocalDate.of(2026, 1, 1);
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);
    /** The day of {@link Slice#CLOCK} where the tenant is. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final KnownPacks host = new KnownPacks().knowing(OLD, NEW);

    @BeforeAll
    static void stage() throws SQLException {
        try (var owner = SLICE.connect("p_owner"); var sql = owner.createStatement()) {
            sql.execute("insert into registry.trusted_key (key_id, public_key, valid_from)"
                    + " values ('decisions', '\\x01', now())");
            for (PackKey pack : List.of(OLD, NEW)) {
                sql.execute("insert into registry.pack_artifact (pack_id, version, sha256, kind, api_range, names,"
                        + " key_id, signature, bytes, staged_at) values ('" + PACK + "', '" + pack.version() + "', 'sha"
                        + pack.version() + "', 'DATA', '>=1.0.0', '{}', 'decisions', '\\x02', '\\x03', now())");
            }
            sql.execute("insert into registry.pack_offer (tenant, pack_id) values ('samarinda', '" + PACK + "')");
        }
    }

    /** Each test begins without bindings of its own; those of other tests of the run are not of this pack. */
    @BeforeEach
    void disableAll() {
        for (OwnBinding binding : own(HERE)) {
            in(HERE, wiring -> {
                wiring.get(DisablePack.class).disable(binding.bindingId());
                return null;
            });
        }
    }

    @Test
    void rollsBackFromTodayWithTheParametersOfThen() {
        UUID first = enable(OLD, "{\"guard.ceiling\": 105}", SPRING, Chart.OFFICE);
        UUID now = enable(NEW, "{}", SUMMER, Chart.OFFICE);
        UUID back = rollBack(now, null);
        List<OwnBinding> enabled = enabled();
        OwnBinding made = enabled.stream().filter(one -> one.bindingId().equals(back)).findFirst().orElseThrow();
        assertEquals("1.0.0", made.version());
        assertEquals("{\"guard.ceiling\": 105}", made.parameters());
        assertEquals(TODAY, made.effectiveFrom());
        assertEquals(Chart.OFFICE, made.orgUnitId());
        assertEquals(List.of(first, now, back), enabled.stream().map(OwnBinding::bindingId).toList(),
                "what was before stays as it was");
        assertTrue(packs().inForce().isInForce(made));
        assertTrue(own(THERE).isEmpty(), "the other tenant has none of it");
    }

    @Test
    void rollsBackOnceUnderOneKey() {
        enable(OLD, "{}", SPRING, null);
        UUID now = enable(NEW, "{}", SUMMER, null);
        String key = UUID.randomUUID().toString();
        UUID back = in(HERE, wiring -> wiring.get(RollBackPack.class)
                .rollBack(new RollBackPack.Wish(now, TODAY), key, Locale.ROOT)).bindingId();
        assertEquals(back, in(HERE, wiring -> wiring.get(RollBackPack.class)
                .rollBack(new RollBackPack.Wish(now, TODAY), key, Locale.ROOT)).bindingId());
        assertEquals(3, enabled().size());
    }

    @Test
    void refusesToRollBackWhatIsNotInForceOrHasNothingBeforeIt() {
        UUID first = enable(OLD, "{}", SPRING, null);
        assertEquals(Problem.NO_VERSION_BEFORE, problemOf(() -> rollBack(first, null)));
        UUID now = enable(NEW, "{}", SUMMER, null);
        assertEquals(Problem.NO_VERSION_BEFORE, problemOf(() -> rollBack(first, null)));
        assertEquals(Problem.NOT_FOUND, problemOf(() -> rollBack(UUID.randomUUID(), null)));
        assertEquals(Problem.NOT_FOUND, problemOf(() -> in(THERE, wiring -> wiring.get(RollBackPack.class)
                .rollBack(new RollBackPack.Wish(now, null), null, Locale.ROOT))));
        ProblemException tooEarly = assertThrows(ProblemException.class, () -> rollBack(now, SUMMER.minusDays(1)));
        assertEquals("effectiveFrom", tooEarly.fields().get(0).field());
        host.refusing(OLD);
        assertEquals(Problem.PACK_NOT_READY, problemOf(() -> rollBack(now, null)));
        assertEquals(2, enabled().size());
    }

    @Test
    void goesBackFromANewestVersionThatFailsToWhatServesInItsPlace() {
        UUID serving = enable(OLD, "{\"guard.ceiling\": 105}", SPRING, null);
        UUID failing = enable(NEW, "{}", SUMMER, null);
        host.refusing(NEW);
        ForeseeDisabling.Foreseen foreseen = in(HERE, wiring ->
                wiring.get(ForeseeDisabling.class).foresee(failing));
        assertEquals(0, foreseen.people(), "nobody uses it");
        assertEquals(serving, foreseen.next().orElseThrow().bindingId());
        assertForeseen(serving, 50, failing);
        UUID back = rollBack(failing, null);
        OwnBinding made = enabled().stream().filter(one -> one.bindingId().equals(back)).findFirst().orElseThrow();
        assertEquals("1.0.0", made.version());
        assertEquals("{\"guard.ceiling\": 105}", made.parameters());
        assertTrue(packs().inForce().isInForce(made));
        assertEquals(Problem.NO_VERSION_BEFORE, problemOf(() -> rollBack(failing, null)), "it is the newest no more");
    }

    @Test
    void saysWhetherWhatWasEnabledHoldsToday() {
        assertEquals(EnablePack.Effect.NOW, made(OLD, SPRING));
        assertEquals(EnablePack.Effect.LATER, made(NEW, TODAY.plusDays(1)));
        assertEquals(EnablePack.Effect.NOW, made(NEW, SUMMER));
        assertEquals(EnablePack.Effect.PAST, made(OLD, SUMMER.minusDays(1)));
        assertEquals(EnablePack.Effect.NOW, made(NEW, TODAY));
    }

    private EnablePack.Effect made(PackKey pack, LocalDate from) {
        return in(HERE, wiring -> wiring.get(EnablePack.class).enable(new EnablePack.Wish(pack.packId(),
                pack.version(), "{}", from, null), null, Locale.ROOT)).effect();
    }

    @Test
    void foreseesWhoIsConcernedAndWhatHoldsThen() {
        UUID whole = enable(OLD, "{}", SPRING, null);
        assertForeseen(whole, 50, null);
        UUID centre = enable(NEW, "{}", SUMMER, Chart.CENTRE);
        assertForeseen(whole, 10, null);
        assertForeseen(centre, 40, whole);
        UUID later = enable(NEW, "{}", TODAY.plusDays(1), null);
        assertForeseen(later, 0, null);
        UUID newer = enable(NEW, "{\"guard.ceiling\": 105}", SUMMER, null);
        assertForeseen(whole, 0, null);
        assertForeseen(newer, 10, whole);
        assertEquals(Problem.NOT_FOUND, problemOf(() -> in(THERE, wiring ->
                wiring.get(ForeseeDisabling.class).foresee(whole))));
        in(HERE, wiring -> {
            wiring.get(DisablePack.class).disable(whole);
            return null;
        });
        assertEquals(Problem.NOT_FOUND, problemOf(() -> in(HERE, wiring ->
                wiring.get(ForeseeDisabling.class).foresee(whole))), "it is disabled already");
    }

    @Test
    void namesEveryFieldThatIsWrongWhenEnabling() {
        ProblemException refusal = assertThrows(ProblemException.class, () ->
                enable(NEW, "{\"guard.ceiling\": 130, \"guard.sealing\": 1}", SUMMER, UUID.randomUUID()));
        Map<String, String> details = refusal.fields().stream()
                .collect(Collectors.toMap(FieldProblem::field, FieldProblem::detail));
        assertEquals(Map.of("orgUnitId", "extension.unit.unknown", "parameters/guard.ceiling", "Paling besar 120.",
                "parameters/guard.sealing", "Isian ini tidak dikenal."), details);
        assertTrue(enabled().isEmpty());
    }

    @Test
    void mayTryWhatIsOfferedOrWasEverEnabled() throws SQLException {
        enable(OLD, "{}", SPRING, null);
        in(HERE, wiring -> {
            wiring.get(PackOffers.class).requireKnown(PACK, "1.1.0");
            return null;
        });
        assertEquals(Problem.PACK_NOT_OFFERED, problemOf(() -> in(HERE, wiring -> {
            wiring.get(PackOffers.class).requireKnown(PACK, "9.9.9");
            return null;
        })));
        assertEquals(Problem.PACK_NOT_OFFERED, problemOf(() -> in(THERE, wiring -> {
            wiring.get(PackOffers.class).requireKnown(PACK, "1.0.0");
            return null;
        })));
        retire(true);
        try {
            assertFalse(packs().offered(OLD).isPresent());
            in(HERE, wiring -> {
                wiring.get(PackOffers.class).requireKnown(PACK, "1.0.0");
                return null;
            });
        } finally {
            retire(false);
        }
    }

    @Test
    void aVersionIsEnabledForTheTenantThatBoundItAnywhereAndNoLonger() {
        UUID made = enable(OLD, "{}", SUMMER, null);
        assertTrue(isEnabled(HERE, OLD));
        assertFalse(isEnabled(HERE, NEW));
        assertFalse(isEnabled(THERE, OLD));
        assertEquals(List.of(made), enabled().stream().map(OwnBinding::bindingId).toList());
        disableAll();
        assertFalse(isEnabled(HERE, OLD));
    }

    private boolean isEnabled(String tenant, PackKey pack) {
        return in(tenant, wiring -> wiring.get(PackOffers.class).isEnabled(pack.packId(), pack.version()));
    }

    private static void retire(boolean retired) throws SQLException {
        try (var owner = SLICE.connect("p_owner"); var sql = owner.createStatement()) {
            sql.execute("update registry.pack_artifact set retired_at = " + (retired ? "now()" : "null")
                    + " where pack_id = '" + PACK + "' and version = '1.0.0'");
        }
    }

    private void assertForeseen(UUID binding, int people, UUID next) {
        ForeseeDisabling.Foreseen foreseen = in(HERE, wiring -> wiring.get(ForeseeDisabling.class).foresee(binding));
        assertEquals(binding, foreseen.binding().bindingId());
        assertEquals(people, foreseen.people());
        assertEquals(next, foreseen.next().map(OwnBinding::bindingId).orElse(null));
    }

    private UUID enable(PackKey pack, String parameters, LocalDate from, UUID unit) {
        return in(HERE, wiring -> wiring.get(EnablePack.class).enable(new EnablePack.Wish(pack.packId(), pack.version(),
                parameters, from, unit), null, Locale.forLanguageTag("id"))).bindingId();
    }

    private UUID rollBack(UUID binding, LocalDate from) {
        return in(HERE, wiring -> wiring.get(RollBackPack.class)
                .rollBack(new RollBackPack.Wish(binding, from), null, Locale.ROOT)).bindingId();
    }

    private ShowPacks.Packs packs() {
        return in(HERE, wiring -> wiring.get(ShowPacks.class).show());
    }

    private List<OwnBinding> enabled() {
        return own(HERE).stream().filter(OwnBinding::enabled).toList();
    }

    private List<OwnBinding> own(String tenant) {
        return in(tenant, wiring -> wiring.get(PacksSql.class).bindings()).stream()
                .filter(binding -> binding.packId().equals(PACK)).toList();
    }

    private static Problem problemOf(Runnable act) {
        return assertThrows(ProblemException.class, act::run).problem();
    }

    private <T> T in(String tenant, Function<Wiring, T> act) {
        return SLICE.inTenant(tenant, "anna", unit -> {
            Registry registry = new Registry();
            registry.know(new RegistrySnapshot(Stream.of(HERE, THERE).map(PackDecisionsSliceTest::tenant)
                    .collect(Collectors.toMap(TenantView::code, Function.identity())), Map.of()));
            return act.apply(Wiring.of(unit, host, new Chart(), registry));
        });
    }

    private static TenantView tenant(String code) {
        return new TenantView(new TenantCode(code), code, "64.72", code, ZoneId.of("Asia/Makassar"), "id",
                TenantState.ACTIVE, "1");
    }
}

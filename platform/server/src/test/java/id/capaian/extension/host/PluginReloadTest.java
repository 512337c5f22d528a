package id.capaian.extension.host;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.Binding;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.extension.PackCondition;
import id.capaian.extension.PackFault;
import id.capaian.extension.Refusal;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Period;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PluginReloadTest {

    private static final TenantCode TUBEI = new TenantCode("tubei");
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private final PackWorkshop workshop = new PackWorkshop();
    private final PluginHost host = new PluginHost();
    private final Catalogue catalogue = catalogueOf(host);
    private final List<PackReport> told = new ArrayList<>();
    private final Map<PackKey, byte[]> staged = new HashMap<>();
    private final Map<PackKey, Artifact> artifacts = new HashMap<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final Map<String, TrustedKey> keys = new HashMap<>(Map.of(PackWorkshop.KEY, workshop.trusted()));

    @AfterEach
    void end() {
        host.end();
    }

    @Test
    void aPackIsCheckedWhenOfferedAndActiveOnceBound() {
        PackWorkshop.Made pack = stage(workshop.javaPack("1.0.0", "80"));
        converge();
        assertEquals(PackCondition.VERIFIED, catalogue.condition("region-trial", "1.0.0").orElseThrow());
        assertThrows(ProblemException.class, () -> catalogue.lease("region-trial", "1.0.0"));
        bind(pack, NEW_YEAR);
        converge();
        assertEquals("80", index("1.0.0"));
        assertEquals("1.0.0", catalogue.bindingOf(TUBEI, (UUID) null, NEW_YEAR).orElseThrow().version());
        assertTrue(catalogue.bindingOf(TUBEI, (UUID) null, NEW_YEAR.minusDays(1)).isEmpty());
    }

    @Test
    void aDataPackCalculatesWithoutClasses() {
        PackWorkshop.Made pack = stage(workshop.samarinda());
        bind(pack, NEW_YEAR);
        converge();
        assertEquals(PackCondition.ACTIVE, catalogue.condition("region-samarinda", "1.0.0").orElseThrow(), () -> told.toString());
        try (Lease lease = catalogue.lease("region-samarinda", "1.0.0")) {
            assertEquals(2, lease.descriptor().forms().size());
            assertEquals(pack.artifact().sha256(), lease.sha256());
        }
    }

    @Test
    void twoVersionsWorkSideBySide() {
        bind(stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        bind(stage(workshop.javaPack("1.1.0", "90")), JULY);
        converge();
        assertEquals("80", index("1.0.0"));
        assertEquals("90", index("1.1.0"));
        assertEquals("1.0.0", catalogue.bindingOf(TUBEI, (UUID) null, JULY.minusDays(1)).orElseThrow().version());
        assertEquals("1.1.0", catalogue.bindingOf(TUBEI, (UUID) null, JULY).orElseThrow().version());
    }

    @Test
    void theNearestUnitsBindingComesBeforeTheTenants() {
        UUID clinic = new UUID(0, 1);
        UUID department = new UUID(0, 2);
        bind(stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        PackWorkshop.Made other = stage(workshop.javaPack("1.1.0", "90"));
        bindings.add(bindingOf(other, NEW_YEAR, department));
        converge();
        assertEquals("1.1.0", catalogue.bindingOf(TUBEI, List.of(clinic, department), JULY).orElseThrow().version());
        assertEquals("1.0.0", catalogue.bindingOf(TUBEI, clinic, JULY).orElseThrow().version());
    }

    @Test
    void anUpgradeLetsRunningCalculationsFinish() {
        PackWorkshop.Made old = stage(workshop.javaPack("1.0.0", "80"));
        bind(old, NEW_YEAR);
        converge();
        Lease running = catalogue.lease("region-trial", "1.0.0");
        bindings.clear();
        bind(stage(workshop.javaPack("1.1.0", "90")), NEW_YEAR);
        converge();
        assertThrows(ProblemException.class, () -> catalogue.lease("region-trial", "1.0.0"));
        assertEquals(new BigDecimal("80"), ((Outcome.Scored) running.evaluate("trial.index@2025", input(false))).index());
        running.close();
        running.close();
        assertThrows(IllegalStateException.class, () -> running.evaluate("trial.index@2025", input(false)));
    }

    @Test
    void aVersionNobodyIsBoundToAnyMoreStillComputesOldScoresAgain() {
        bind(stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        converge();
        bindings.clear();
        PackWorkshop.Made data = stage(workshop.samarinda());
        bind(stage(workshop.javaPack("1.1.0", "90")), NEW_YEAR);
        converge();
        assertThrows(ProblemException.class, () -> catalogue.lease("region-trial", "1.0.0"));
        Lease kept = catalogue.leaseOfKept("region-trial", "1.0.0");
        assertEquals(new BigDecimal("80"), ((Outcome.Scored) kept.evaluate("trial.index@2025", input(false))).index());
        kept.close();
        assertThrows(IllegalStateException.class, () -> kept.evaluate("trial.index@2025", input(false)));
        try (Lease unbound = catalogue.leaseOfKept("region-samarinda", "1.0.0")) {
            assertEquals(data.artifact().sha256(), unbound.sha256());
        }
        assertEquals("90", index("1.1.0"));
        assertThrows(ProblemException.class, () -> catalogue.leaseOfKept("region-trial", "9.9.9"));
    }

    @Test
    void aNewVersionThatFailsLeavesTheOldOneServing() {
        bind(stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        converge();
        bind(stage(workshop.javaPack("1.1.0", "90", "91", "", ">=1.0.0 & <2.0.0")), JULY);
        converge();
        assertRefused("1.1.0", Refusal.SELF_TEST_FAILED);
        assertEquals("1.0.0", catalogue.bindingOf(TUBEI, (UUID) null, JULY).orElseThrow().version());
        assertEquals("80", index("1.0.0"));
    }

    @Test
    void aNodeHasSettledOnceEveryBoundPackWasTriedTheBrokenOneToo() {
        bind(stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        bind(stage(workshop.javaPack("1.1.0", "90", "91", "", ">=1.0.0 & <2.0.0")), JULY);
        PackWorkshop.Made late = stage(workshop.samarinda());
        bind(late, NEW_YEAR);
        byte[] bytes = staged.remove(late.key());
        assertFalse(catalogue.isSettled());
        assertThrows(IllegalStateException.class, () -> host.converge(new Desired(bindings, artifacts, keys),
                this::bytesOrNone, told::add));
        assertFalse(catalogue.isSettled(), "settled without a pack whose bytes could not be read");
        staged.put(late.key(), bytes);
        converge();
        assertTrue(catalogue.isSettled());
        assertEquals("80", index("1.0.0"));
        assertRefused("1.1.0", Refusal.SELF_TEST_FAILED);
    }

    /** As the registry's table: a row that cannot be read is an error, not a pack. */
    private byte[] bytesOrNone(PackKey key) {
        if (!staged.containsKey(key)) {
            throw new IllegalStateException("cannot be read: " + key);
        }
        return staged.get(key);
    }

    @Test
    void refusesAnAlteredJar() {
        PackWorkshop.Made pack = stage(workshop.javaPack("1.0.0", "80"));
        byte[] altered = pack.bytes().clone();
        altered[altered.length / 2] ^= 1;
        staged.put(pack.key(), altered);
        bind(pack, NEW_YEAR);
        converge();
        assertRefused("1.0.0", Refusal.ALTERED);
    }

    @Test
    void refusesAJarOfAnotherSigner() {
        PackWorkshop.Made pack = stage(new PackWorkshop().javaPack("1.0.0", "80"));
        bind(pack, NEW_YEAR);
        converge();
        assertRefused("1.0.0", Refusal.SIGNATURE_WRONG);
    }

    @Test
    void refusesUnknownAndExpiredKeys() {
        bind(stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        keys.clear();
        converge();
        assertRefused("1.0.0", Refusal.KEY_UNKNOWN);

        bind(stage(workshop.javaPack("1.0.1", "80")), NEW_YEAR);
        TrustedKey key = workshop.trusted();
        keys.put(key.keyId(), new TrustedKey(key.keyId(), key.publicKey(), key.validFrom(),
                PackWorkshop.STAGED.minusSeconds(1), null));
        converge();
        assertRefused("1.0.1", Refusal.KEY_EXPIRED);
    }

    @Test
    void aWithdrawnKeyStopsWhatItSigned() {
        bind(stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        converge();
        assertEquals("80", index("1.0.0"));
        TrustedKey key = workshop.trusted();
        keys.put(key.keyId(), new TrustedKey(key.keyId(), key.publicKey(), key.validFrom(), null, PackWorkshop.STAGED));
        converge();
        assertRefused("1.0.0", Refusal.KEY_REVOKED);
        assertThrows(ProblemException.class, () -> catalogue.lease("region-trial", "1.0.0"));
    }

    @Test
    void refusesWhatIsMadeForAnotherPlatform() {
        bind(stage(workshop.javaPack("1.0.0", "80", "80", "", ">=3.0.0")), NEW_YEAR);
        converge();
        assertRefused("1.0.0", Refusal.OUT_OF_RANGE);
    }

    @Test
    void refusesCodeThatReachesOut() {
        bind(stage(workshop.javaPack("1.0.0", "80", "80", "System.exit(1);", ">=1.0.0 & <2.0.0")), NEW_YEAR);
        converge();
        assertRefused("1.0.0", Refusal.CODE_NOT_ALLOWED);
    }

    @Test
    void aFaultStaysWithThePackAndManyFaultsStopIt() {
        bind(stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        converge();
        try (Lease lease = catalogue.lease("region-trial", "1.0.0")) {
            for (int i = 0; i < 3; i++) {
                assertEquals(PackFault.Kind.FAILED, faultOf(lease));
            }
            assertEquals(PackFault.Kind.SUSPENDED, faultOf(lease));
        }
    }

    @Test
    void anAnswerThatNeverComesIsNotWaitedFor() {
        bind(stage(workshop.javaPack("1.0.0", "80", "80", "while (!input.facts().isEmpty()) { }", ">=1.0.0 & <2.0.0")), NEW_YEAR);
        converge();
        try (Lease lease = catalogue.lease("region-trial", "1.0.0")) {
            assertEquals(PackFault.Kind.TIMEOUT, faultOf(lease));
            assertDoesNotThrow(() -> lease.evaluate("trial.index@2025", input(false)));
        }
    }

    @Test
    void cyclesOfLoadingLeaveNoClassLoaderBehind() throws InterruptedException {
        PackWorkshop.Made pack = stage(workshop.javaPack("1.0.0", "80"));
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            bind(pack, NEW_YEAR);
            converge();
            loaders.add(new WeakReference<>(loaderOf(pack.key())));
            assertEquals("80", index("1.0.0"));
            bindings.clear();
            converge();
        }
        for (int i = 0; i < 50 && loaders.stream().anyMatch(loader -> loader.get() != null); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertEquals(0, loaders.stream().filter(loader -> loader.get() != null).count());
        assertFalse(told.isEmpty());
    }

    private ClassLoader loaderOf(PackKey key) {
        return host.loaderOf(key).orElseThrow();
    }

    private void assertRefused(String version, Refusal refusal) {
        PackReport report = host.report(new PackKey("region-trial", version)).orElseThrow();
        assertEquals(PackCondition.FAILED, report.condition());
        assertTrue(report.reason().startsWith(refusal + ": "), report.reason());
        assertTrue(told.contains(report));
        assertNull(catalogue.descriptor("region-trial", version).orElse(null));
    }

    private String index(String version) {
        try (Lease lease = catalogue.lease("region-trial", version)) {
            return ((Outcome.Scored) lease.evaluate("trial.index@2025", input(false))).index().toPlainString();
        }
    }

    private static PackFault.Kind faultOf(Lease lease) {
        return assertThrows(PackFault.class, () -> lease.evaluate("trial.index@2025", input(true))).kind();
    }

    private static FormulaInput input(boolean bad) {
        return new FormulaInput("trial.index@2025", "unit", new Period("2026", NEW_YEAR, NEW_YEAR.plusYears(1)), null,
                List.of(), Map.of(), Parameters.none(), bad ? Map.of("bad", BigDecimal.ONE) : Map.of());
    }

    private PackWorkshop.Made stage(PackWorkshop.Made pack) {
        staged.put(pack.key(), pack.bytes());
        artifacts.put(pack.key(), pack.artifact());
        return pack;
    }

    private void bind(PackWorkshop.Made pack, LocalDate from) {
        bindings.add(bindingOf(pack, from, null));
    }

    private Binding bindingOf(PackWorkshop.Made pack, LocalDate from, UUID unit) {
        Artifact artifact = pack.artifact();
        return new Binding(new UUID(1, bindings.size()), TUBEI, unit, artifact.packId(), artifact.version(),
                artifact.sha256(), "{}", from);
    }

    private void converge() {
        host.converge(new Desired(bindings, artifacts, keys), staged::get, told::add);
    }

    private static Catalogue catalogueOf(PluginHost host) {
        return new Catalogue(host);
    }
}

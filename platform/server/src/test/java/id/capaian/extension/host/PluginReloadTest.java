package id.capaian.extension.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.Binding;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.extension.PackCondition;
import id.capaian.extension.PackFault;
import id.capaian.extension.Refusal;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.problem.TextKey;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Parameters;
import id.capaian.plugin.api.Period;
import id.capaian.plugin.engine.PackJar;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PluginReloadTest {

    private static final TenantCode TUBEI = new TenantCode("tubei");
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private static final String LOOP = "while (!input.facts().isEmpty()) { }";

    private final PackWorkshop workshop = new PackWorkshop();
    private final PluginHost host = newHost();
    private final Catalogue catalogue = catalogueOf(host);
    private final List<PackReport> told = new ArrayList<>();
    private final Map<PackKey, byte[]> staged = new HashMap<>();
    private final Map<PackKey, Artifact> artifacts = new HashMap<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final Map<PackKey, Artifact> archive = new HashMap<>();
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
            assertTrue(lease.descriptor().form("samarinda.progress@1").isPresent());
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
        assertEquals(Problem.PACK_NOT_OFFERED, problemOf("9.9.9").problem());
    }

    @Test
    void aNodeThatHasJustStartedComputesOldScoresAgain() {
        stage(workshop.javaPack("1.0.0", "80"));
        PluginHost started = newHost();
        try (Lease kept = catalogueOf(started).leaseOfKept("region-trial", "1.0.0")) {
            assertEquals(new BigDecimal("80"), ((Outcome.Scored) kept.evaluate("trial.index@2025", input(false))).index());
        } finally {
            started.end();
        }
    }

    @Test
    void nothingIsComputedAgainWithWhatIsNoLongerTrusted() {
        bind(stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        converge();
        bindings.clear();
        artifacts.clear();
        converge();
        revoke();
        ProblemException refused = problemOf("1.0.0");
        assertEquals(Problem.PACK_REFUSED, refused.problem());
        assertEquals(List.of("region-trial", "1.0.0", new TextKey("extension.refusal.KEY_REVOKED")), refused.arguments());
        keys.clear();
        assertEquals(new TextKey("extension.refusal.KEY_UNKNOWN"), problemOf("1.0.0").arguments().get(2));
    }

    private ProblemException problemOf(String version) {
        return assertThrows(ProblemException.class, () -> catalogue.leaseOfKept("region-trial", version));
    }

    @Test
    void whatNobodyWantsIsForgottenAndCheckedAnewWhenItIsWantedAgain() {
        PackWorkshop.Made pack = stage(workshop.javaPack("1.0.0", "80"));
        converge();
        assertTrue(catalogue.descriptor("region-trial", "1.0.0").isPresent());
        artifacts.clear();
        converge();
        assertTrue(catalogue.descriptor("region-trial", "1.0.0").isEmpty());
        assertEquals(PackCondition.UNLOADED, catalogue.condition("region-trial", "1.0.0").orElseThrow());
        bind(stage(pack), NEW_YEAR);
        converge();
        assertEquals("80", index("1.0.0"));
    }

    @Test
    void whatIsReachedIsLeftAloneUntilItChanges() {
        PackWorkshop.Made pack = stage(workshop.javaPack("1.0.0", "80"));
        bind(pack, NEW_YEAR);
        converge();
        List<Binding> before = host.bindingsOf(TUBEI);
        Artifact same = pack.artifact();
        artifacts.put(pack.key(), new Artifact(same.packId(), same.version(), same.sha256(), same.kind(), same.keyId(),
                same.signature().clone(), same.stagedAt()));
        keys.put(PackWorkshop.KEY, workshop.trusted());
        converge();
        assertSame(before, host.bindingsOf(TUBEI));
        bind(pack, JULY);
        converge();
        assertEquals(2, host.bindingsOf(TUBEI).size());
        bindings.remove(1);
        revoke();
        converge();
        assertRefused("1.0.0", Refusal.KEY_REVOKED);
    }

    @Test
    void bytesThatWereRefusedAreNotRunInPlaceOfTheRightOnes() {
        PackWorkshop.Made pack = workshop.javaPack("1.0.0", "80");
        bind(stage(pack), NEW_YEAR);
        staged.put(pack.key(), workshop.javaPack("1.0.0", "13").bytes());
        PluginHost impatient = new PluginHost(this::kept, Duration.ZERO, new GuardedCalls());
        try {
            impatient.converge(new Desired(bindings, artifacts, keys), staged::get, told::add);
            assertTrue(told.get(0).reason().startsWith(Refusal.ALTERED + ": "), told.toString());
            staged.put(pack.key(), pack.bytes());
            impatient.converge(new Desired(bindings, artifacts, keys), staged::get, told::add);
            try (Lease lease = catalogueOf(impatient).lease("region-trial", "1.0.0")) {
                assertEquals(new BigDecimal("80"), ((Outcome.Scored) lease.evaluate("trial.index@2025", input(false))).index());
            }
        } finally {
            impatient.end();
        }
    }

    @Test
    void aFileThatLiesWhereAPackBelongsIsReplaced() throws Exception {
        PackWorkshop.Made pack = workshop.javaPack("1.0.0", "80");
        try (PackFolder folder = new PackFolder()) {
            Path file = folder.directory().resolve(pack.artifact().sha256() + ".jar");
            Files.writeString(file, "something else");
            assertEquals(file, folder.keep(PackJar.read(pack.bytes()), pack.bytes()));
            assertArrayEquals(pack.bytes(), Files.readAllBytes(file));
            assertEquals(file, folder.keep(PackJar.read(pack.bytes()), pack.bytes()));
        }
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
        revoke();
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
    void aPackThatLoopsIsLeftAloneAndTheOthersGoOn() {
        PackWorkshop.Made looping = stage(workshop.javaPack("1.0.0", "80", "80", LOOP, ">=1.0.0 & <2.0.0"));
        bind(looping, NEW_YEAR);
        bind(stage(workshop.javaPack("0.9.0", "70")), NEW_YEAR.minusYears(1));
        converge();
        assertEquals("1.0.0", catalogue.bindingOf(TUBEI, (UUID) null, NEW_YEAR).orElseThrow().version());
        try (Lease lease = catalogue.lease("region-trial", "1.0.0")) {
            assertEquals(PackFault.Kind.TIMEOUT, faultOf(lease));
            assertEquals(PackFault.Kind.SUSPENDED, assertThrows(PackFault.class,
                    () -> lease.evaluate("trial.index@2025", input(false))).kind());
        }
        converge();
        PackReport report = host.report(looping.key()).orElseThrow();
        assertTrue(report.reason().startsWith(Refusal.HUNG + ": "), report.toString());
        assertTrue(told.contains(report));
        assertTrue(catalogue.descriptor("region-trial", "1.0.0").isPresent(), "its forms may still be shown");
        assertThrows(ProblemException.class, () -> catalogue.lease("region-trial", "1.0.0"));
        assertEquals("0.9.0", catalogue.bindingOf(TUBEI, (UUID) null, NEW_YEAR).orElseThrow().version());
        assertEquals("70", index("0.9.0"));
        assertEquals(new TextKey("extension.refusal.HUNG"), problemOf("1.0.0").arguments().get(2));
        int before = told.size();
        converge();
        assertEquals(before, told.size(), "said once");
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

    private void revoke() {
        TrustedKey key = workshop.trusted();
        keys.put(key.keyId(), new TrustedKey(key.keyId(), key.publicKey(), key.validFrom(), null, PackWorkshop.STAGED));
    }

    private PluginHost newHost() {
        return new PluginHost(this::kept);
    }

    /** As the registry does: everything ever staged, with its key as it is today. */
    private Optional<PackArchive.Kept> kept(PackKey pack) {
        return Optional.ofNullable(archive.get(pack))
                .map(artifact -> new PackArchive.Kept(artifact, keys.get(artifact.keyId()), staged.get(pack)));
    }

    private PackWorkshop.Made stage(PackWorkshop.Made pack) {
        staged.put(pack.key(), pack.bytes());
        archive.put(pack.key(), pack.artifact());
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

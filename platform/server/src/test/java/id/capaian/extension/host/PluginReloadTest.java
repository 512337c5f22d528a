package id.capaian.extension.host;

import static id.capaian.extension.host.HostBench.JULY;
import static id.capaian.extension.host.HostBench.NEW_YEAR;
import static id.capaian.extension.host.HostBench.SAMARINDA;
import static id.capaian.extension.host.HostBench.TUBEI;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.Binding;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import id.capaian.extension.PackCondition;
import id.capaian.extension.Refusal;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.problem.TextKey;
import id.capaian.plugin.engine.PackJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PluginReloadTest {

    private final HostBench bench = new HostBench();
    private final PackWorkshop workshop = bench.workshop;
    private final Catalogue catalogue = bench.catalogue(TUBEI);

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aPackIsCheckedWhenOfferedAndActiveOnceBound() {
        PackWorkshop.Made pack = bench.stage(workshop.javaPack("1.0.0", "80"));
        bench.converge();
        assertEquals(PackCondition.VERIFIED, catalogue.condition("region-trial", "1.0.0").orElseThrow());
        assertThrows(ProblemException.class, () -> catalogue.lease("region-trial", "1.0.0"));
        bench.bind(pack, NEW_YEAR);
        bench.converge();
        assertEquals("80", bench.index("1.0.0"));
        assertEquals("1.0.0", bench.versionOn(NEW_YEAR));
        assertTrue(catalogue.bindingOf(TUBEI, (UUID) null, NEW_YEAR.minusDays(1)).isEmpty());
    }

    @Test
    void aDataPackCalculatesWithoutClasses() {
        PackWorkshop.Made pack = bench.stage(workshop.region("region-samarinda", "1.0.0"));
        bench.bind(pack, NEW_YEAR);
        bench.converge();
        assertEquals(PackCondition.ACTIVE, catalogue.condition("region-samarinda", "1.0.0").orElseThrow(),
                () -> bench.told.toString());
        try (Lease lease = catalogue.lease("region-samarinda", "1.0.0")) {
            assertTrue(lease.descriptor().form("samarinda.progress@1").isPresent());
            assertEquals(pack.artifact().sha256(), lease.sha256());
        }
    }

    @Test
    void twoVersionsWorkSideBySide() {
        bench.bind(bench.stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        bench.bind(bench.stage(workshop.javaPack("1.1.0", "90")), JULY);
        bench.converge();
        assertEquals("80", bench.index("1.0.0"));
        assertEquals("90", bench.index("1.1.0"));
        assertEquals("1.0.0", bench.versionOn(JULY.minusDays(1)));
        assertEquals("1.1.0", bench.versionOn(JULY));
    }

    @Test
    void twoVersionsServeTwoTenantsAndTwoPartsOfOneAtOnce() {
        UUID hospital = new UUID(0, 1);
        UUID office = new UUID(0, 2);
        UUID ward = new UUID(0, 3);
        PackWorkshop.Made old = bench.stage(workshop.javaPack("1.0.0", "80"));
        PackWorkshop.Made upgraded = bench.stage(workshop.javaPack("1.1.0", "90"));
        bench.bind(old, TUBEI, hospital, NEW_YEAR);
        bench.bind(upgraded, TUBEI, office, NEW_YEAR);
        bench.bind(upgraded, SAMARINDA, null, NEW_YEAR);
        bench.converge();
        Catalogue other = bench.catalogue(SAMARINDA);
        Binding inWard = catalogue.bindingOf(TUBEI, List.of(ward, hospital), JULY).orElseThrow();
        Binding inOffice = catalogue.bindingOf(TUBEI, List.of(office), JULY).orElseThrow();
        Binding elsewhere = other.bindingOf(SAMARINDA, (UUID) null, JULY).orElseThrow();
        assertTrue(catalogue.bindingOf(TUBEI, (UUID) null, JULY).isEmpty());
        try (Lease first = catalogue.lease(inWard.packId(), inWard.version());
                Lease second = catalogue.lease(inOffice.packId(), inOffice.version());
                Lease third = other.lease(elsewhere.packId(), elsewhere.version())) {
            for (int i = 0; i < 3; i++) {
                assertEquals("80", HostBench.index(first));
                assertEquals("90", HostBench.index(second));
                assertEquals("90", HostBench.index(third));
            }
        }
    }

    @Test
    void theNearestUnitsBindingComesBeforeTheTenants() {
        UUID clinic = new UUID(0, 1);
        UUID department = new UUID(0, 2);
        bench.bind(bench.stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        bench.bind(bench.stage(workshop.javaPack("1.1.0", "90")), TUBEI, department, NEW_YEAR);
        bench.converge();
        assertEquals("1.1.0", catalogue.bindingOf(TUBEI, List.of(clinic, department), JULY).orElseThrow().version());
        assertEquals("1.0.0", catalogue.bindingOf(TUBEI, clinic, JULY).orElseThrow().version());
    }

    @Test
    void anUpgradeLetsRunningCalculationsFinish() {
        bench.bind(bench.stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        bench.converge();
        Lease running = catalogue.lease("region-trial", "1.0.0");
        bench.bindings.clear();
        bench.bind(bench.stage(workshop.javaPack("1.1.0", "90")), NEW_YEAR);
        bench.converge();
        assertThrows(ProblemException.class, () -> catalogue.lease("region-trial", "1.0.0"));
        assertEquals("80", HostBench.index(running));
        running.close();
        running.close();
        assertThrows(IllegalStateException.class, () -> HostBench.index(running));
    }

    @Test
    void whoReadTheBindingJustBeforeAnUpgradeStillFindsItsVersion() {
        try (HostBench patient = new HostBench(Duration.ofSeconds(30), Duration.ofSeconds(1))) {
            patient.bind(patient.stage(patient.workshop.javaPack("1.0.0", "80")), NEW_YEAR);
            patient.converge();
            patient.bindings.clear();
            patient.bind(patient.stage(patient.workshop.javaPack("1.1.0", "90")), NEW_YEAR);
            patient.converge();
            assertEquals("1.1.0", patient.versionOn(NEW_YEAR));
            assertEquals("80", patient.index("1.0.0"));
            HostBench.await(() -> {
                patient.converge();
                return !patient.host.isActive(new PackKey("region-trial", "1.0.0"));
            });
            assertEquals("90", patient.index("1.1.0"));
        }
    }

    @Test
    void whatIsWantedAgainBeforeItWasLetGoIsThereAsBefore() {
        try (HostBench patient = new HostBench(Duration.ofSeconds(30), Duration.ofMinutes(1))) {
            PackWorkshop.Made pack = patient.stage(patient.workshop.javaPack("1.0.0", "80"));
            patient.bind(pack, NEW_YEAR);
            patient.converge();
            patient.bindings.clear();
            patient.artifacts.clear();
            patient.converge();
            patient.bind(patient.stage(pack), NEW_YEAR);
            patient.converge();
            Catalogue seen = patient.catalogue(TUBEI);
            assertEquals(PackCondition.ACTIVE, seen.condition("region-trial", "1.0.0").orElseThrow());
            assertTrue(seen.descriptor("region-trial", "1.0.0").isPresent());
            assertEquals("80", patient.index("1.0.0"));
        }
    }

    @Test
    void aVersionNobodyIsBoundToAnyMoreStillComputesOldScoresAgain() {
        bench.bind(bench.stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        bench.converge();
        bench.bindings.clear();
        PackWorkshop.Made data = bench.stage(workshop.region("region-samarinda", "1.0.0"));
        bench.bind(bench.stage(workshop.javaPack("1.1.0", "90")), NEW_YEAR);
        bench.converge();
        assertThrows(ProblemException.class, () -> catalogue.lease("region-trial", "1.0.0"));
        Lease kept = catalogue.leaseOfKept("region-trial", "1.0.0");
        assertEquals("80", HostBench.index(kept));
        kept.close();
        assertThrows(IllegalStateException.class, () -> HostBench.index(kept));
        try (Lease unbound = catalogue.leaseOfKept("region-samarinda", "1.0.0")) {
            assertEquals(data.artifact().sha256(), unbound.sha256());
        }
        assertEquals("90", bench.index("1.1.0"));
        assertEquals(Problem.PACK_NOT_OFFERED, problemOf("9.9.9").problem());
    }

    @Test
    void whatWasReplacedIsLetGoAndStillCountsForTheDaysItHeld() {
        bench.bind(bench.stage(workshop.javaPack("1.0.0", "70")), NEW_YEAR);
        bench.bind(bench.stage(workshop.javaPack("1.1.0", "80")), NEW_YEAR.plusDays(10));
        bench.bind(bench.stage(workshop.javaPack("1.2.0", "90")), NEW_YEAR.plusDays(20));
        bench.converge();
        bench.day = NEW_YEAR.plusDays(30);
        bench.converge();
        assertEquals(List.of(false, true, true), Stream.of("1.0.0", "1.1.0", "1.2.0")
                .map(version -> bench.host.isActive(new PackKey("region-trial", version))).toList());
        assertEquals("1.0.0", bench.versionOn(NEW_YEAR.plusDays(5)));
        assertEquals("70", bench.index("1.0.0"), "a run about a period that is over");
        assertEquals(PackCondition.VERIFIED, catalogue.condition("region-trial", "1.0.0").orElseThrow());
        assertThrows(ProblemException.class, () -> bench.index(HostBench.SAMARINDA, "1.0.0"));
    }

    @Test
    void aNodeThatHasJustStartedComputesOldScoresAgain() {
        bench.stage(workshop.javaPack("1.0.0", "80"));
        PluginHost started = new PluginHost(bench::kept);
        try (Lease kept = HostBench.catalogue(started, TUBEI).leaseOfKept("region-trial", "1.0.0")) {
            assertEquals("80", HostBench.index(kept));
        } finally {
            started.end();
        }
    }

    @Test
    void nothingIsComputedAgainWithWhatIsNoLongerTrusted() {
        bench.bind(bench.stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        bench.converge();
        bench.bindings.clear();
        bench.artifacts.clear();
        bench.converge();
        bench.trust(workshop.revoked());
        ProblemException refused = problemOf("1.0.0");
        assertEquals(Problem.PACK_REFUSED, refused.problem());
        assertEquals(List.of("region-trial", "1.0.0", new TextKey("extension.refusal.KEY_REVOKED")),
                refused.arguments());
        bench.keys.clear();
        assertEquals(new TextKey("extension.refusal.KEY_UNKNOWN"), problemOf("1.0.0").arguments().get(2));
    }

    private ProblemException problemOf(String version) {
        return assertThrows(ProblemException.class, () -> catalogue.leaseOfKept("region-trial", version));
    }

    @Test
    void whatNobodyWantsIsForgottenAndCheckedAnewWhenItIsWantedAgain() {
        PackWorkshop.Made pack = bench.stage(workshop.javaPack("1.0.0", "80"));
        bench.converge();
        assertTrue(catalogue.descriptor("region-trial", "1.0.0").isPresent());
        bench.artifacts.clear();
        bench.converge();
        assertTrue(catalogue.descriptor("region-trial", "1.0.0").isEmpty());
        assertEquals(PackCondition.UNLOADED, catalogue.condition("region-trial", "1.0.0").orElseThrow());
        bench.bind(bench.stage(pack), NEW_YEAR);
        bench.converge();
        assertEquals("80", bench.index("1.0.0"));
    }

    @Test
    void whatIsReachedIsLeftAloneUntilItChanges() {
        PackWorkshop.Made pack = bench.stage(workshop.javaPack("1.0.0", "80"));
        bench.bind(pack, NEW_YEAR);
        bench.converge();
        List<Binding> before = bench.host.bindingsOf(TUBEI);
        bench.artifacts.put(pack.key(), pack.signedBy(pack.artifact().signature().clone()).artifact());
        bench.trust(workshop.trusted());
        bench.converge();
        assertSame(before, bench.host.bindingsOf(TUBEI));
        bench.bind(pack, JULY);
        bench.converge();
        assertEquals(2, bench.host.bindingsOf(TUBEI).size());
        bench.bindings.remove(1);
        bench.trust(workshop.revoked());
        bench.converge();
        bench.assertRefused("1.0.0", Refusal.KEY_REVOKED);
    }

    @Test
    void bytesThatWereRefusedAreNotRunInPlaceOfTheRightOnes() {
        try (HostBench impatient = new HostBench(Duration.ZERO, Duration.ZERO)) {
            PackWorkshop.Made pack = impatient.workshop.javaPack("1.0.0", "80");
            impatient.bind(impatient.stage(pack), NEW_YEAR);
            impatient.staged.put(pack.key(), impatient.workshop.javaPack("1.0.0", "13").bytes());
            impatient.converge();
            impatient.assertRefused("1.0.0", Refusal.ALTERED);
            impatient.staged.put(pack.key(), pack.bytes());
            impatient.converge();
            assertEquals("80", impatient.index("1.0.0"));
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
    void aNodeHasSettledOnceEveryBoundPackWasTriedTheBrokenOneToo() {
        bench.bind(bench.stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
        bench.bind(bench.stage(workshop.make(new TrialPack("1.1.0").golden("91"))), JULY);
        PackWorkshop.Made late = bench.stage(workshop.region("region-samarinda", "1.0.0"));
        bench.bind(late, NEW_YEAR);
        byte[] bytes = bench.staged.remove(late.key());
        assertFalse(catalogue.isSettled());
        assertThrows(IllegalStateException.class, () -> bench.host.converge(bench.desired(), this::bytesOrNone,
                bench.told::add));
        assertFalse(catalogue.isSettled(), "settled without a pack whose bytes could not be read");
        bench.staged.put(late.key(), bytes);
        bench.converge();
        assertTrue(catalogue.isSettled());
        assertEquals("80", bench.index("1.0.0"));
        bench.assertRefused("1.1.0", Refusal.SELF_TEST_FAILED);
    }

    /** As the registry's table: a row that cannot be read is an error, not a pack. */
    private byte[] bytesOrNone(PackKey key) {
        if (!bench.staged.containsKey(key)) {
            throw new IllegalStateException("cannot be read: " + key);
        }
        return bench.staged.get(key);
    }
}

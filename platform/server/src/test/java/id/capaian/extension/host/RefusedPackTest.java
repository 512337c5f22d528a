package id.capaian.extension.host;

import static id.capaian.extension.host.HostBench.JULY;
import static id.capaian.extension.host.HostBench.NEW_YEAR;
import static id.capaian.extension.host.HostBench.SAMARINDA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.Refusal;
import id.capaian.kernel.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faulty artifacts: refused for every tenant, by a reason that names the cause, and the version before serves. */
class RefusedPackTest {

    private static final String NEW = "1.1.0";

    private final HostBench bench = new HostBench();
    private final PackWorkshop workshop = bench.workshop;

    @BeforeEach
    void serve() {
        PackWorkshop.Made good = bench.stage(workshop.javaPack("1.0.0", "80"));
        bench.bind(good, NEW_YEAR);
        bench.bind(good, SAMARINDA, null, NEW_YEAR);
        bench.converge();
    }

    @AfterEach
    void end() {
        bench.close();
    }

    /** Both tenants want it from July; neither gets it. */
    private void assertRefused(PackWorkshop.Made faulty, Refusal refusal, String words) {
        bench.stage(faulty);
        bench.bind(faulty, JULY);
        bench.bind(faulty, SAMARINDA, null, JULY);
        bench.converge();
        String reason = bench.assertRefused(NEW, refusal);
        assertTrue(reason.contains(words), reason);
        assertThrows(ProblemException.class, () -> bench.index(NEW));
        assertThrows(ProblemException.class, () -> bench.index(SAMARINDA, NEW));
        assertEquals("1.0.0", bench.versionOn(JULY), "the version before");
        assertEquals("1.0.0", bench.versionOn(SAMARINDA, JULY), "the version before");
        assertEquals("80", bench.index("1.0.0"));
        assertEquals("80", bench.index(SAMARINDA, "1.0.0"));
    }

    @Test
    void refusesAnAlteredJar() {
        PackWorkshop.Made pack = workshop.javaPack(NEW, "90");
        byte[] altered = pack.bytes().clone();
        altered[altered.length / 2] ^= 1;
        assertRefused(new PackWorkshop.Made(pack.artifact(), altered), Refusal.ALTERED, "sha-256");
    }

    @Test
    void refusesAJarNobodySigned() {
        assertRefused(workshop.javaPack(NEW, "90").signedBy(new byte[0]), Refusal.SIGNATURE_WRONG, "no signature");
    }

    @Test
    void refusesAJarWithAnEmptySignature() {
        assertRefused(workshop.javaPack(NEW, "90").signedBy(new byte[64]), Refusal.SIGNATURE_WRONG, "does not fit");
    }

    @Test
    void refusesAJarOfAnotherSigner() {
        assertRefused(new PackWorkshop().javaPack(NEW, "90"), Refusal.SIGNATURE_WRONG, "does not fit");
    }

    @Test
    void refusesASignatureOfAnotherVersion() {
        byte[] earlier = workshop.javaPack("1.0.9", "90").artifact().signature();
        assertRefused(workshop.javaPack(NEW, "90").signedBy(earlier), Refusal.SIGNATURE_WRONG, "does not fit");
    }

    @Test
    void refusesAnUnknownKey() {
        assertRefused(new PackWorkshop("stranger").javaPack(NEW, "90"), Refusal.KEY_UNKNOWN, "stranger");
    }

    @Test
    void refusesWhatWasStagedOutsideTheTimeOfItsKey() {
        PackWorkshop old = new PackWorkshop("old");
        TrustedKey key = old.trusted();
        bench.trust(new TrustedKey(key.keyId(), key.publicKey(), key.validFrom(), PackWorkshop.STAGED.minusSeconds(1),
                null));
        assertRefused(old.javaPack(NEW, "90"), Refusal.KEY_EXPIRED, "old");
    }

    @Test
    void whatWasStagedInTheTimeOfAKeyThatHasEndedSinceGoesOn() {
        TrustedKey key = workshop.trusted();
        bench.trust(new TrustedKey(key.keyId(), key.publicKey(), key.validFrom(), PackWorkshop.STAGED.plusSeconds(1),
                null));
        bench.converge();
        assertEquals("80", bench.index("1.0.0"));
        bench.bind(bench.stage(workshop.javaPack(NEW, "90")), JULY);
        bench.converge();
        assertEquals("90", bench.index(NEW), "also on a server that has just started");
    }

    @Test
    void aWithdrawnKeyTakesEveryVersionItSignedOutOfServiceAndNoOther() {
        PackWorkshop next = new PackWorkshop("next");
        bench.trust(next.trusted());
        PackWorkshop.Made second = bench.stage(workshop.javaPack("1.0.1", "81"));
        PackWorkshop.Made rotated = bench.stage(next.javaPack("1.0.2", "82"));
        bench.bind(second, SAMARINDA, null, JULY);
        bench.bind(rotated, NEW_YEAR.plusDays(1));
        bench.converge();
        assertEquals("80", bench.index("1.0.0"));
        assertEquals("81", bench.index(SAMARINDA, "1.0.1"));
        bench.trust(workshop.revoked());
        bench.converge();
        bench.assertRefused("1.0.0", Refusal.KEY_REVOKED);
        bench.assertRefused("1.0.1", Refusal.KEY_REVOKED);
        assertThrows(ProblemException.class, () -> bench.index("1.0.0"));
        assertThrows(ProblemException.class, () -> bench.index(SAMARINDA, "1.0.1"));
        assertEquals("82", bench.index("1.0.2"), "the key that took over");
    }

    @Test
    void refusesWhatIsMadeForAnotherPlatform() {
        assertRefused(workshop.make(new TrialPack(NEW).says("Plugin-Requires", ">=3.0.0")), Refusal.OUT_OF_RANGE,
                "this platform speaks version");
    }

    @Test
    void refusesAPackThatDoesNotCalculateItsOwnExamples() {
        assertRefused(workshop.make(new TrialPack(NEW).answers("90").golden("91")), Refusal.SELF_TEST_FAILED,
                "expected 91, is 90");
    }

    @Test
    void refusesAPackWhoseExamplesExpectWhatNoScoreIs() {
        assertRefused(workshop.make(new TrialPack(NEW).answers("89.995")), Refusal.SELF_TEST_FAILED,
                "index has 3 decimals");
    }

    @Test
    void refusesAPackThatNeedsAnother() {
        TrialPack dependent = new TrialPack(NEW).says("Plugin-Dependencies", "region-other@1.0.0");
        assertRefused(workshop.signUnread(PackWorkshop.jar(dependent.manifest(), dependent.files()), dependent),
                Refusal.MALFORMED, "a pack needs no other pack");
    }

    @Test
    void refusesAPackThatIsNotTheOneItClaimsToBe() {
        TrialPack other = new TrialPack("1.2.0");
        assertRefused(workshop.signUnread(PackWorkshop.jar(other.manifest(), other.files()), new TrialPack(NEW)),
                Refusal.MALFORMED, "the jar is region-trial@1.2.0");
    }

    @Test
    void refusesPathsThatLeaveThePack() {
        TrialPack slip = new TrialPack(NEW).with("../../evil.json", new byte[1]);
        assertRefused(workshop.signUnread(PackWorkshop.jar(slip.manifest(), slip.files()), slip), Refusal.MALFORMED,
                "../../evil.json");
    }

    @Test
    void refusesAFileThatGrowsWithoutEnd() throws IOException {
        TrialPack bomb = new TrialPack(NEW).with("texts/bomb.json", new byte[64 << 20]);
        byte[] jar = PackWorkshop.jar(bomb.manifest(), bomb.files());
        assertTrue(jar.length < 1 << 20, "small as long as it is packed");
        assertRefused(workshop.signUnread(jar, bomb), Refusal.MALFORMED, "larger than");
    }

    @Test
    void refusesManyFilesThatGrowTogether() {
        TrialPack bomb = new TrialPack(NEW);
        for (int i = 0; i < 50; i++) {
            bomb.with("texts/" + i + ".json", new byte[1 << 20]);
        }
        assertRefused(workshop.signUnread(PackWorkshop.jar(bomb.manifest(), bomb.files()), bomb), Refusal.MALFORMED,
                "unpacks to more than");
    }

    @Test
    void refusesAJarWithoutManifest() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("readme"));
        }
        assertRefused(workshop.signUnread(out.toByteArray(), new TrialPack(NEW)), Refusal.MALFORMED, "MANIFEST.MF");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "System.exit(1);                                                               | java.lang.System",
        "new java.io.File(\"/etc/passwd\").delete();                                   | java.io.File",
        "java.nio.file.Path.of(\"/etc/passwd\").toString();                            | java.nio.file.Path",
        "try { new java.net.Socket(\"127.0.0.1\", 1); } catch (Exception e) { }        | java.net.Socket",
        "try { new javax.naming.InitialContext(); } catch (Exception e) { }            | javax.naming.InitialContext",
        "try { Class.forName(\"id.capaian.Secret\"); } catch (Exception e) { }          | java.lang.Class.forName",
        "java.lang.invoke.MethodHandles.lookup();                                      | MethodHandles.lookup",
        "getClass().getClassLoader();                                                  | getClassLoader",
        "try { new ProcessBuilder(\"id\").start(); } catch (Exception e) { }           | java.lang.ProcessBuilder",
        "new Thread(() -> { while (true) { } }).start();                               | java.lang.Thread",
        "new Timer().schedule(null, 0);                                                | java.util.Timer",
        "java.util.concurrent.CompletableFuture.runAsync(() -> { });                   | java.util.concurrent",
        "List.of(1).parallelStream().count();                                          | parallelStream",
        "String.format(\"%1000000000s\", 1);                                            | java.lang.String.format",
        "\"%1000000000s\".formatted(1);                                                 | java.lang.String.formatted",
        "\"x\".indent(1_000_000_000);                                                   | java.lang.String.indent",
        "new StringJoiner(\",\").add(\"x\").toString();                                 | java.util.StringJoiner",
        "class Mine extends BigDecimal { Mine() { super(1); } } new Mine();            | extends java.math.BigDecimal",
    })
    void refusesCodeThatReachesOut(String code, String words) {
        assertRefused(workshop.make(new TrialPack(NEW).whenBad(code)), Refusal.CODE_NOT_ALLOWED, words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "while (true) { }                                   | WORK",
        "byte[] all = new byte[Integer.MAX_VALUE - 8];      | MEMORY",
        "new BigDecimal(\"1E+999999999\").add(BigDecimal.ONE); | NUMBER",
    })
    void refusesWhatUsesTooMuchWhenItIsLoaded(String code, String kind) {
        String conditional = "if (!version.isEmpty()) { " + code + " }";
        assertRefused(workshop.make(new TrialPack(NEW).atFirst(conditional)), Refusal.NOT_LOADABLE, kind);
    }

    @Test
    void aTenantMayStillWantBothWhenOneIsRefused() {
        bench.bind(bench.stage(workshop.make(new TrialPack(NEW).golden("91"))), JULY);
        bench.bind(bench.stage(workshop.javaPack("1.2.0", "92")), JULY.plusDays(1));
        bench.converge();
        bench.assertRefused(NEW, Refusal.SELF_TEST_FAILED);
        assertEquals("1.0.0", bench.versionOn(JULY));
        assertEquals("1.2.0", bench.versionOn(JULY.plusDays(1)));
        assertEquals(Map.of("1.0.0", "80", "1.2.0", "92"),
                Map.of("1.0.0", bench.index("1.0.0"), "1.2.0", bench.index("1.2.0")));
    }
}

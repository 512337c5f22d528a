package id.capaian.extension.host;

import static id.capaian.extension.host.HostBench.NEW_YEAR;
import static id.capaian.extension.host.HostBench.TUBEI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.PackCondition;
import id.capaian.extension.Refusal;
import id.capaian.extension.fuel.Budget;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Packs that are slow to try, are refused again and again, or have no room to be tried: nobody else waits for them. */
class SlowAndBusyPackTest {

    /** What the slow pack waits for while it describes itself. */
    private static final Object GATE = BigDecimal.TEN;

    private final HostBench bench = new HostBench(Duration.ZERO, Duration.ZERO,
            new GuardedCalls(Budget.CALCULATION, Duration.ofMillis(50), Duration.ofMillis(50)));
    private final PackWorkshop workshop = bench.workshop;

    @AfterEach
    void end() {
        bench.close();
    }

    @Test
    void aPackThatIsSlowToTryKeepsNoOtherFromBeingActivatedOrWithdrawn() throws InterruptedException {
        PackWorkshop next = new PackWorkshop("next");
        bench.trust(next.trusted());
        PackWorkshop.Made slow = bench.stage(next.make(new TrialPack("0.1.0").atFirst("""
                synchronized (BigDecimal.TEN) { version = version.strip(); }""")));
        Thread second = new Thread(() -> bench.host.verifyOffered(bench.desired(), bench.staged::get, report -> { }));
        synchronized (GATE) {
            second.start();
            HostBench.await(() -> HostBench.callThreads().stream()
                    .anyMatch(thread -> thread.getState() == Thread.State.BLOCKED));
            bench.bind(bench.stage(workshop.javaPack("1.0.0", "80")), NEW_YEAR);
            bench.host.converge(bench.desired(), bench.staged::get, bench.told::add);
            assertEquals("80", bench.index("1.0.0"));
            bench.trust(workshop.revoked());
            bench.host.converge(bench.desired(), bench.staged::get, bench.told::add);
            bench.assertRefused("1.0.0", Refusal.KEY_REVOKED);
            assertTrue(bench.host.report(slow.key()).isEmpty(), "still being tried");
        }
        second.join();
        bench.host.converge(bench.desired(), bench.staged::get, bench.told::add);
        assertEquals(PackCondition.VERIFIED, bench.host.report(slow.key()).orElseThrow().condition());
    }

    @Test
    void whatWasRefusedForGoodIsNotTriedAgainUntilItsRowOrKeyChanges() {
        PackWorkshop stranger = new PackWorkshop("stranger");
        bench.stage(workshop.make(new TrialPack("1.0.0").whenBad("System.exit(1);")));
        bench.bind(bench.stage(workshop.make(new TrialPack("1.1.0").says("Plugin-Requires", ">=3.0.0"))), NEW_YEAR);
        PackWorkshop.Made signed = workshop.javaPack("1.2.0", "90");
        PackWorkshop.Made unsigned = bench.stage(signed.signedBy(new byte[64]));
        PackWorkshop.Made unknown = bench.stage(stranger.javaPack("1.3.0", "91"));
        Map<String, Integer> reads = new TreeMap<>();
        for (int i = 0; i < 4; i++) {
            beat(reads);
        }
        assertEquals(Map.of("1.0.0", 1, "1.1.0", 1, "1.2.0", 1, "1.3.0", 1), reads);
        assertEquals(4, bench.told.size(), "said once each");
        bench.trust(stranger.trusted());
        bench.artifacts.put(unsigned.key(), signed.artifact());
        beat(reads);
        assertEquals(Map.of("1.0.0", 1, "1.1.0", 1, "1.2.0", 2, "1.3.0", 2), reads);
        assertTrue(bench.host.verified(unsigned.key()).isPresent());
        assertTrue(bench.host.verified(unknown.key()).isPresent());
    }

    @Test
    void whatMayPassIsTriedAgainLaterAndLater() {
        Artifact artifact = workshop.javaPack("1.0.0", "80").artifact();
        Duration retry = Duration.ofSeconds(30);
        Known known = null;
        for (int times : List.of(1, 2, 3)) {
            known = Known.refused(artifact, null, Refusal.NOT_LOADABLE, "no room", known);
            assertEquals(times, known.times());
            assertTrue(!known.isDue(artifact, null, retry));
        }
        assertTrue(refusedAgo(known, Duration.ofSeconds(121)).isDue(artifact, null, retry));
        assertTrue(!refusedAgo(known, Duration.ofSeconds(100)).isDue(artifact, null, retry));
    }

    private static Known refusedAgo(Known known, Duration ago) {
        return new Known(known.artifact(), known.key(), null, known.report(), known.refusal(), known.times(),
                System.nanoTime() - ago.toNanos());
    }

    @Test
    void aPackThatHasNoRoomToBeTriedIsNotRefused() throws InterruptedException {
        PackWorkshop.Made pack = bench.stage(workshop.javaPack("1.0.0", "80"));
        Turns turns = bench.host.conduct(pack.artifact().sha256()).of(TUBEI).turns();
        assertTrue(turns.take(Duration.ZERO) && turns.take(Duration.ZERO));
        assertEquals(Problem.PACK_NOT_READY, assertThrows(ProblemException.class,
                () -> bench.catalogue(TUBEI).leaseOfKept("region-trial", "1.0.0")).problem());
        bench.converge();
        bench.bind(pack, NEW_YEAR);
        bench.converge();
        assertEquals(List.of(), bench.told);
        assertTrue(bench.host.report(pack.key()).isEmpty());
        turns.giveBack();
        turns.giveBack();
        bench.converge();
        assertEquals("80", bench.index("1.0.0"));
    }

    private void beat(Map<String, Integer> reads) {
        PluginHost.Bytes counting = key -> {
            reads.merge(key.version(), 1, Integer::sum);
            return bench.staged.get(key);
        };
        for (int i = 0; i < 3; i++) {
            bench.host.converge(bench.desired(), counting, bench.told::add);
            bench.host.verifyOffered(bench.desired(), counting, bench.told::add);
        }
    }
}

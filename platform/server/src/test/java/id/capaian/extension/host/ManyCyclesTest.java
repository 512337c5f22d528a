package id.capaian.extension.host;

import static id.capaian.extension.host.HostBench.JULY;
import static id.capaian.extension.host.HostBench.NEW_YEAR;
import static id.capaian.extension.host.HostBench.TUBEI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.extension.Binding;
import id.capaian.extension.Catalogue;
import id.capaian.extension.Lease;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What would only be seen after weeks: many packs come and go. */
class ManyCyclesTest {

    private static final int CYCLES = 500;
    private static final int WARM_UP = 100;
    /** Bytes; a loaded pack holds more, so one that stayed each time would show. */
    private static final long MOST_A_CYCLE = 8_000;
    private static final int UPGRADES = 100;
    private static final int CALLERS = 8;

    @Test
    void loadingAndUnloadingLeavesNoClassLoaderNoThreadAndAFlatHeap() throws InterruptedException {
        List<Thread> ofOthers = HostBench.callThreads();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        long warm = 0;
        HostBench bench = new HostBench();
        PackWorkshop.Made pack = bench.stage(bench.workshop.javaPack("1.0.0", "80"));
        for (int i = 0; i < CYCLES; i++) {
            if (i == WARM_UP) {
                warm = heap();
            }
            loaders.add(cycle(bench, pack));
        }
        long end = heap();
        System.out.printf("heap after %d cycles %,d bytes, after %d %,d: %+.2f %%%n", WARM_UP, warm, CYCLES, end,
                100.0 * (end - warm) / warm);
        assertEquals(0, loaders.stream().filter(loader -> loader.get() != null).count(), "class loaders left");
        assertTrue((end - warm) / (CYCLES - WARM_UP) < MOST_A_CYCLE, "heap grew from " + warm + " to " + end);
        bench.close();
        HostBench.await(() -> ofOthers.containsAll(HostBench.callThreads()));
    }

    private static WeakReference<ClassLoader> cycle(HostBench bench, PackWorkshop.Made pack) {
        bench.bind(pack, NEW_YEAR);
        bench.converge();
        WeakReference<ClassLoader> loader = new WeakReference<>(bench.host.loaderOf(pack.key()).orElseThrow());
        assertEquals("80", bench.index("1.0.0"));
        bench.fault(TUBEI, "1.0.0");
        bench.bindings.clear();
        bench.converge();
        bench.told.clear();
        return loader;
    }

    /** What is really in use, once nothing changes any more. */
    private static long heap() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void upgradesUnderConcurrentCallsLoseNone() throws InterruptedException {
        try (HostBench bench = new HostBench(Duration.ofSeconds(30), Duration.ofSeconds(2))) {
            List<PackWorkshop.Made> versions = IntStream.rangeClosed(0, UPGRADES)
                    .mapToObj(number -> bench.stage(bench.workshop.javaPack("1." + number + ".0", "80"))).toList();
            bench.artifacts.clear();
            upgrade(bench, versions.get(0));
            Callers callers = new Callers(bench.catalogue(TUBEI));
            for (PackWorkshop.Made version : versions) {
                upgrade(bench, version);
            }
            callers.end();
            System.out.printf("%d upgrades under %d calls, %d lost%n", UPGRADES, callers.done.get(),
                    callers.lost.size());
            assertEquals(List.of(), List.copyOf(callers.lost));
            assertTrue(callers.done.get() > UPGRADES, "calls went on all the time: " + callers.done);
            assertEquals("1." + UPGRADES + ".0", bench.versionOn(JULY));
            HostBench.await(() -> {
                bench.converge();
                return versions.stream().filter(version -> bench.host.isActive(version.key())).count() == 1;
            });
        }
    }

    private static void upgrade(HostBench bench, PackWorkshop.Made version) {
        bench.artifacts.put(version.key(), version.artifact());
        bench.bindings.clear();
        bench.bind(version, NEW_YEAR);
        bench.converge();
    }

    /** Callers who do as a request does: ask what holds today, take it, calculate. */
    private static final class Callers {

        private final AtomicBoolean going = new AtomicBoolean(true);
        private final AtomicInteger done = new AtomicInteger();
        private final Queue<String> lost = new ConcurrentLinkedQueue<>();
        private final List<Thread> threads = new ArrayList<>();

        Callers(Catalogue catalogue) {
            for (int i = 0; i < CALLERS; i++) {
                Thread thread = new Thread(() -> call(catalogue));
                threads.add(thread);
                thread.start();
            }
        }

        private void call(Catalogue catalogue) {
            while (going.get()) {
                Binding binding = catalogue.bindingOf(TUBEI, (UUID) null, JULY).orElseThrow();
                try (Lease lease = catalogue.lease(binding.packId(), binding.version())) {
                    if (!lease.descriptor().version().equals(binding.version())) {
                        lost.add("not " + binding.version());
                    }
                    HostBench.index(lease);
                    done.incrementAndGet();
                } catch (RuntimeException e) {
                    lost.add(binding.version() + ": " + e);
                }
            }
        }

        void end() throws InterruptedException {
            going.set(false);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }
}

package id.capaian.load.scenario;

import id.capaian.load.Proc;
import id.capaian.load.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the memory of the server now and then. What it holds of its heap is read after a collection asked for, at
 * every fifth look only: it tidies up, and is a pause in what is measured meanwhile.
 */
final class MemoryWatch implements AutoCloseable {

    private static final double KILO = 1_024;
    private static final double MEGA = 1_000_000;
    private static final double MILLIS = 1_000;
    private static final int LOOKS_A_COLLECTION = 5;
    private static final Pattern USED = Pattern.compile(
            "garbage-first heap\\s+total \\d+K, used (\\d+)K.*\\s+region size \\d+K, \\d+ young \\((\\d+)K\\)");

    private final long pid;
    private final List<Growth.Sample> resident = new ArrayList<>();
    private final List<Growth.Sample> heap = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "memory");
        thread.setDaemon(true);
        return thread;
    });
    private final long start = System.nanoTime();
    /** Counted by the clock alone. */
    private int looks;

    /** @param everyMillis how often it looks, the first time at once */
    MemoryWatch(long pid, long everyMillis) {
        this.pid = pid;
        clock.scheduleAtFixedRate(this::look, 0, everyMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / MILLIS;
            double held = Proc.bytes(pid, "status", "VmRSS") / MEGA;
            synchronized (this) {
                resident.add(new Growth.Sample(seconds, held));
            }
            if (looks++ % LOOKS_A_COLLECTION == 0) {
                Proc.jcmd(pid, "GC.run");
                double used = used(Proc.jcmd(pid, "GC.heap_info"));
                synchronized (this) {
                    heap.add(new Growth.Sample(seconds, used));
                }
            }
        } catch (IOException | RuntimeException e) {
            // One look less; how many there were is told.
            Program.say("The server's memory could not be looked at: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Megabytes of memory the process has, by sample. */
    synchronized List<Growth.Sample> residentMegabytes() {
        return List.copyOf(resident);
    }

    /** Megabytes used of the heap after a collection, by sample. */
    synchronized List<Growth.Sample> heapMegabytes() {
        return List.copyOf(heap);
    }

    /** Megabytes the process has had at most in its life. */
    double peakMegabytes() throws IOException {
        return Proc.bytes(pid, "status", "VmHWM") / MEGA;
    }

    /**
     * What is not in the young regions, where a collection of everything leaves nothing: they have what thirty requests
     * threw away between the collection and the question. Correct to a region, a megabyte, since the newest is not full.
     */
    static double used(String heapInfo) {
        Matcher matcher = USED.matcher(heapInfo);
        if (!matcher.find()) {
            throw new IllegalStateException("the server does not tell what it holds of its heap: " + heapInfo);
        }
        return (Long.parseLong(matcher.group(1)) - Long.parseLong(matcher.group(2))) * KILO / MEGA;
    }

    @Override
    public void close() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(1, TimeUnit.MINUTES);
    }
}

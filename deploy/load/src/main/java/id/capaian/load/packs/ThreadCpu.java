package id.capaian.load.packs;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** CPU time of the calling thread and of the host's threads that run packs, garbage collection not included. */
final class ThreadCpu {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String PACK_CALLS = "pack-call-";

    private ThreadCpu() {
    }

    /**
     * Nanoseconds used so far.
     *
     * @param except a thread that is left out; null for none
     */
    static long nanos(Thread except) {
        return THREADS.getCurrentThreadCpuTime() + packThreads().stream().filter(thread -> thread != except)
                .mapToLong(thread -> Math.max(0, THREADS.getThreadCpuTime(thread.getId()))).sum();
    }

    /** The host's thread that runs code of this class now. */
    static Optional<Thread> running(Class<?> pack) {
        return packThreads().stream().filter(thread -> Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(pack.getName()))).findFirst();
    }

    private static List<Thread> packThreads() {
        Thread[] all = new Thread[2 * Thread.activeCount() + 16];
        Thread.enumerate(all);
        return Arrays.stream(all).filter(Objects::nonNull).filter(thread -> thread.getName().startsWith(PACK_CALLS))
                .toList();
    }
}

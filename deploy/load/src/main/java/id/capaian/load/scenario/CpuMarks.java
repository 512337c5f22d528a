package id.capaian.load.scenario;

import id.capaian.load.Cpu;
import id.capaian.load.House;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What server and PostgreSQL have used at some seconds of a run that begins now. */
final class CpuMarks implements AutoCloseable {

    private static final int LAST_SECONDS = 2;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<Integer, Cpu> marks = new ConcurrentHashMap<>();

    CpuMarks(House house, List<Integer> seconds) {
        seconds.forEach(second -> clock.schedule(() -> marks.put(second, house.system().cpu()), second,
                TimeUnit.SECONDS));
    }

    /**
     * Milliseconds of processor of server and PostgreSQL in a second, from one mark to another.
     *
     * @throws NullPointerException when the run has not come so far
     */
    double millisASecond(int from, int to) {
        Cpu used = marks.get(to).since(marks.get(from));
        return (double) (used.server() + used.postgres()) / (to - from);
    }

    /** The last answer may come just before the last mark, which is waited for. */
    @Override
    public void close() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
        clock.shutdownNow();
    }
}

package id.capaian.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A fixed number of clients, each sending its next request when the last was answered. */
final class ClosedLoop {

    private static final int SAMPLE_EVERY = 50;
    private static final int REPORT_SECONDS = 20;
    private static final int MOST_TURNED_AWAY = 1_000;
    private static final int A_FEW = 20;
    private static final int REST_MILLIS = 1_000;
    private static final long SEED = 20_261_124;
    private static final long NANOS_A_MICRO = 1_000;

    private final int clients;
    /** Of the newest run. */
    private Times times = new Times();

    ClosedLoop(int clients) {
        this.clients = clients;
    }

    /**
     * Sends {@code count} requests of a crowd and comes back when all were answered well. One
     * that was turned away is sent again: a machine that stood still for seconds makes the server say so, once.
     *
     * @throws IllegalStateException at the first wrong answer, or when more than one in a thousand was turned away, of
     *                               few requests more than {@value #A_FEW}
     */
    void run(Request request, Crowd crowd, int count) throws InterruptedException {
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger turnedAway = new AtomicInteger();
        times = new Times();
        ExecutorService sending = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                running.add(sending.submit(() -> {
                    loop(request, crowd, number, count / clients, answered, turnedAway);
                    return null;
                }));
            }
            sending.shutdown();
            while (!sending.awaitTermination(REPORT_SECONDS, TimeUnit.SECONDS)) {
                System.out.println("    " + answered + " of " + count);
                wrongAnswers(running);
            }
            wrongAnswers(running);
            if (turnedAway.get() > 0) {
                System.out.println("    " + turnedAway + " were turned away and sent again");
            }
            if (turnedAway.get() > Math.max(A_FEW, count / MOST_TURNED_AWAY)) {
                throw new IllegalStateException(request.name() + ": too many were turned away");
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(request.name() + ": " + e.getCause().getMessage(), e.getCause());
        } finally {
            sending.shutdownNow();
        }
    }

    /** How long answers of the newest run took: "4 clients p50 3.1 ms, p95 …". */
    String percentiles() {
        return clients + " clients " + times.percentiles();
    }

    private static void wrongAnswers(List<Future<?>> running) throws InterruptedException, ExecutionException {
        for (Future<?> one : running) {
            if (one.isDone()) {
                one.get();
            }
        }
    }

    private void loop(Request request, Crowd crowd, int client, int count, AtomicInteger answered,
            AtomicInteger turnedAway) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED + client);
        int i = 0;
        while (i < count && !Thread.currentThread().isInterrupted()) {
            try {
                long began = System.nanoTime();
                request.send(crowd.any(client, clients, random), random, i % SAMPLE_EVERY == 0);
                times.add((System.nanoTime() - began) / NANOS_A_MICRO);
                answered.incrementAndGet();
                i++;
            } catch (Http.TurnedAway e) {
                turnedAway.incrementAndGet();
                Thread.sleep(REST_MILLIS);
            }
        }
    }
}

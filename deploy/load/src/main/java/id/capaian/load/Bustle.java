package id.capaian.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the server busy with requests that need no database, as long as it is open. What PostgreSQL costs beside it tells
 * how much of its time goes to sharing the processor's caches with a server, whatever that asks of it.
 */
final class Bustle implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final ExecutorService clients;
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean over;

    Bustle(Http http, int clients) {
        this.clients = Executors.newFixedThreadPool(clients);
        for (int i = 0; i < clients; i++) {
            running.add(this.clients.submit(() -> {
                ask(http);
                return null;
            }));
        }
    }

    private void ask(Http http) throws IOException {
        while (!over) {
            http.send("GET", "/health/live", Map.of(), null).ok("health");
        }
    }

    /** @throws IllegalStateException when the server did not answer all the time */
    @Override
    public void close() throws InterruptedException {
        over = true;
        clients.shutdown();
        try {
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the server was not busy all the time", e.getCause());
        } finally {
            clients.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}

package id.capaian.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lines for the person who waits: what is under way, that it still is, and how long it took. */
final class Progress {

    private static final int SIGN_OF_LIFE_SECONDS = 10;

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    /** A line by itself. */
    void say(String line) {
        out.println(line);
    }

    /**
     * Runs a step between two lines.
     *
     * @param what what is done, without a full stop
     */
    <T> T step(String what, Callable<T> work) {
        long start = System.nanoTime();
        out.println("==> " + what);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread thread = new Thread(run, "progress");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleAtFixedRate(() -> out.println("    ... " + seconds(start)), SIGN_OF_LIFE_SECONDS,
                SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS);
        try {
            T result = work.call();
            out.println("    done in " + seconds(start));
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new LocalException(what + " failed: " + e.getMessage(), e);
        } finally {
            clock.shutdownNow();
        }
    }

    private static String seconds(long since) {
        return String.format(java.util.Locale.ROOT, "%.1f s", (System.nanoTime() - since) / 1e9);
    }
}

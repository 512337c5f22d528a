package id.capaian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The admin program doing what operators order on the pages, a child that outlives the launcher. */
final class ReconcilerProcess {

    private static final String NAME = "reconciler";
    private static final String READY = "waiting for orders";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** What is under way has 20 s to end. */
    private static final Duration FAREWELL = Duration.ofSeconds(30);

    private final Path program;
    private final Map<String, String> environment;
    private final ChildProcess process;

    /**
     * @param state the state folder
     * @param program the admin program, {@link Artifacts#admin()}
     * @param environment its configuration, {@code CAPAIAN_…}
     */
    ReconcilerProcess(Path state, Path program, Map<String, String> environment) {
        this.program = program;
        this.environment = Map.copyOf(environment);
        this.process = new ChildProcess(state, NAME);
    }

    /** Stops it, if it runs; true when it did. */
    static boolean stop(Path state) {
        return new ChildProcess(state, NAME).stop(FAREWELL);
    }

    /** Stops one of another program or other settings, before schemas change under it. */
    void stopUnlessCurrent() {
        if (!process.runsWith(fingerprint())) {
            process.stop(FAREWELL);
        }
    }

    /**
     * Starts it, or finds it running from the same program and settings.
     *
     * @return true when it had to be started
     * @throws LocalException when it does not begin to wait for orders
     */
    boolean start() {
        if (process.runsWith(fingerprint())) {
            return false;
        }
        process.stop(FAREWELL);
        process.start(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", program.toString(),
                "reconcile", "--demo-password", "--mail"), environment, fingerprint());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!said().contains(READY)) {
            if (process.running().isEmpty() || System.nanoTime() > end) {
                process.stop(FAREWELL);
                throw new LocalException("The reconciler did not start; its log is " + process.log() + ".\n  "
                        + said().strip().replace("\n", "\n  "));
            }
            pause();
        }
        return true;
    }

    private String fingerprint() {
        try {
            return new Fingerprint().withFile(program).with(new TreeMap<>(environment))
                    .with(ChildProcess.java()).text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String said() {
        try {
            return Files.exists(process.log()) ? Files.readString(process.log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the reconciler starts", e);
        }
    }
}

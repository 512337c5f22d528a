package id.capaian.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The processes of one data directory: the server, and what a server that died has left behind. */
final class PostgresProcesses {

    /** An orphan notices within a second that its server has died, unless it is frozen. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path data;

    PostgresProcesses(Path data) {
        this.data = data;
    }

    /** The number of the server process, if the one in the pid file is alive and really this server. */
    OptionalLong server() {
        List<String> lines = pidLines();
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return OptionalLong.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        boolean ours = ProcessIdentity.commandLine(pid)
                .filter(command -> command.contains("postgres") && command.contains(data.toString()))
                .isPresent();
        return ours ? OptionalLong.of(pid) : OptionalLong.empty();
    }

    private List<String> pidLines() {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Ends the server, if it still runs, and its children, whatever they do; the data stay sound, as after a crash. */
    void kill() {
        server().ifPresent(pid -> ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            ends(process, PATIENCE);
        }));
        endOrphans();
    }

    /**
     * Sees to it that nobody writes into the data directory any more. To be called when the server is gone: its pid
     * file is what keeps a new one from starting beside them.
     */
    void endOrphans() {
        List<ProcessHandle> orphans = inDirectory();
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (ProcessHandle orphan : orphans) {
            if (!ends(orphan, Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                orphan.destroyForcibly();
                ends(orphan, PATIENCE);
            }
        }
        List<Long> left = inDirectory().stream().map(ProcessHandle::pid).toList();
        if (!left.isEmpty()) {
            throw new LocalException("Processes " + left + " of an earlier PostgreSQL still work in " + data
                    + " and cannot be ended: end them, then run it again.");
        }
    }

    /** Every process of PostgreSQL has its data directory as current folder (Linux shows it). */
    private List<ProcessHandle> inDirectory() {
        return ProcessHandle.allProcesses().filter(this::worksHere).toList();
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            Path folder = Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
            return folder.equals(data.toRealPath())
                    && ProcessIdentity.commandLine(process.pid()).filter(PostgresProcesses::isPostgres).isPresent();
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    /** The server is called by its path, its children call themselves {@code postgres: …}. */
    private static boolean isPostgres(String command) {
        return command.startsWith("postgres: ") || command.matches("\\S*/postgres .*");
    }

    private static boolean ends(ProcessHandle process, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL ends", e);
        }
    }
}

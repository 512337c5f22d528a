package id.capaian.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** initdb and pg_ctl for one home: the process side of {@link EmbeddedPostgres}. */
final class PostgresControl {

    private static final int PATIENCE_SECONDS = 90;

    private final PostgresOptions options;
    private final Path programs;
    private final Path data;
    private final Path pidFile;
    private final UserMode mode;

    PostgresControl(PostgresOptions options, Path programs) throws IOException {
        this.options = options;
        this.programs = programs;
        this.data = options.home().resolve("data");
        this.pidFile = data.resolve("postmaster.pid");
        this.mode = UserMode.keptIn(options.home().resolve("mode"));
    }

    /** Makes the data directory the first time; under another name, so that half a one never counts. */
    void initialiseOnce(String superuserPassword) throws IOException {
        if (Files.exists(data)) {
            return;
        }
        Path fresh = options.home().resolve("data.new");
        Path password = options.home().resolve("initdb.password");
        Trees.delete(fresh);
        Files.deleteIfExists(password);
        Files.createFile(password,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, superuserPassword);
        mode.prepare(options.home());
        try {
            run("initdb", "-D", fresh.toString(), "-U", "postgres", "-A", "scram-sha-256",
                    "--pwfile=" + password, "-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8",
                    "--no-sync", "--no-instructions");
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(fresh, data);
    }

    /**
     * Starts the server, or finds it running.
     *
     * @return true when it ran already
     */
    boolean startOrAdopt() throws IOException {
        OptionalLong running = runningPid();
        if (running.isPresent()) {
            requireSamePort();
            return true;
        }
        // The file of a server that died; its number may be somebody else's by now, which pg_ctl would believe.
        Files.deleteIfExists(pidFile);
        Ports.requireFree(options.port(), "PostgreSQL", "CAPAIAN_PG_PORT");
        run("pg_ctl", "-D", data.toString(), "-w", "-t", "60", "-l", log().toString(), "-o", serverArguments(),
                "start");
        return false;
    }

    /** True when a server ran and has been stopped. */
    boolean stop() throws IOException {
        if (runningPid().isEmpty()) {
            return false;
        }
        run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop");
        return true;
    }

    /** The number of the server process, if the one in the pid file is alive and really this server. */
    OptionalLong runningPid() {
        List<String> lines = pidLines();
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return OptionalLong.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        boolean ours = ProcessIdentity.commandLine(pid)
                .filter(command -> command.contains("postgres") && command.contains(data.toString()))
                .isPresent();
        return ours ? OptionalLong.of(pid) : OptionalLong.empty();
    }

    private void requireSamePort() {
        List<String> lines = pidLines();
        int portLine = 3;
        if (lines.size() > portLine && !lines.get(portLine).strip().equals(Integer.toString(options.port()))) {
            throw new LocalException("PostgreSQL already runs on port " + lines.get(portLine).strip() + ", not on "
                    + options.port() + ": run deploy/local/down first.");
        }
    }

    private List<String> pidLines() {
        try {
            return Files.readAllLines(pidFile);
        } catch (IOException none) {
            return List.of();
        }
    }

    private String serverArguments() {
        StringBuilder arguments = new StringBuilder("-p " + options.port()
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=");
        options.settings().forEach((name, value) ->
                arguments.append(" -c '").append(name).append('=').append(value).append('\''));
        return arguments.toString();
    }

    private Path log() {
        return options.home().resolve("server.log");
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(mode.prefix());
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        File output = options.home().resolve(program + ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"))
                .redirectErrorStream(true).redirectOutput(output);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new LocalException(program + " did not end within " + PATIENCE_SECONDS + " seconds.");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during " + program, e);
        }
        if (process.exitValue() != 0) {
            throw new LocalException(program + " failed (exit " + process.exitValue() + "): "
                    + lastLine(output.toPath()) + " See " + log() + ".");
        }
    }

    private static String lastLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}

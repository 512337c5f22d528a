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
    private static final String STOP_SECONDS = "20";
    /** Ways to stop a server, one after the other. */
    private static final List<String> SOUND = List.of("fast", "immediate");
    private static final List<String> HUNG = List.of("immediate");

    private final PostgresOptions options;
    private final Path programs;
    private final Path data;
    private final Path pidFile;
    private final UserMode mode;
    private final PostgresProcesses processes;

    PostgresControl(PostgresOptions options, Path programs) throws IOException {
        this.options = options;
        this.programs = programs;
        this.data = options.home().resolve("data");
        this.pidFile = data.resolve("postmaster.pid");
        this.processes = new PostgresProcesses(data);
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
     * Starts the server, or finds it running as wanted. One that runs otherwise, or does not answer, is replaced.
     *
     * @param probe how to ask it
     * @return true when it ran already
     */
    boolean startOrAdopt(PostgresProbe probe) throws IOException {
        if (processes.server().isPresent()) {
            boolean asWanted = runsAsWanted();
            if (asWanted && probe.answers()) {
                return true;
            }
            requirePortFree();
            stop(asWanted ? HUNG : SOUND);
        }
        processes.endOrphans();
        // The file of a server that died; its number may be somebody else's by now, which pg_ctl would believe.
        Files.deleteIfExists(pidFile);
        requirePortFree();
        Trees.write(startedWith(), wanted());
        run("pg_ctl", "-D", data.toString(), "-w", "-t", "60", "-l", log().toString(), "-o", serverArguments(),
                "start");
        return false;
    }

    /** True when a server ran and has been stopped; one that does not react is ended as by a loss of power. */
    boolean stop() throws IOException {
        return stop(SOUND);
    }

    private boolean stop(List<String> ways) throws IOException {
        if (processes.server().isEmpty()) {
            processes.endOrphans();
            return false;
        }
        for (String way : ways) {
            if (processes.server().isPresent()) {
                exit("pg_ctl", "-D", data.toString(), "-m", way, "-w", "-t", STOP_SECONDS, "stop");
            }
        }
        processes.kill();
        return true;
    }

    private boolean runsAsWanted() {
        try {
            return Files.readString(startedWith()).equals(wanted());
        } catch (IOException unknown) {
            return false;
        }
    }

    private String wanted() {
        return programs.getFileName() + " " + serverArguments();
    }

    private Path startedWith() {
        return options.home().resolve("started-with");
    }

    /** The port of the server that runs is its own, whatever it does with it. */
    private void requirePortFree() {
        boolean ownPort = processes.server().isPresent() && recordedPort().equals(Integer.toString(options.port()));
        if (!ownPort) {
            Ports.requireFree(options.port(), "PostgreSQL", "CAPAIAN_PG_PORT");
        }
    }

    private String recordedPort() {
        int portLine = 3;
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.size() > portLine ? lines.get(portLine).strip() : "";
        } catch (IOException none) {
            return "";
        }
    }

    OptionalLong runningPid() {
        return processes.server();
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
        int exit = exit(program, arguments);
        if (exit != 0) {
            throw new LocalException(program + " failed (exit " + exit + "): " + lastLine(output(program).toPath())
                    + " See " + log() + ".");
        }
    }

    private int exit(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(mode.prefix());
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"))
                .redirectErrorStream(true).redirectOutput(output(program));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new LocalException(program + " did not end within " + PATIENCE_SECONDS + " seconds.");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted during " + program, e);
        }
    }

    private File output(String program) {
        return options.home().resolve(program + ".log").toFile();
    }

    private static String lastLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}

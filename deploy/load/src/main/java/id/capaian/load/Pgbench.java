package id.capaian.load;

import id.capaian.load.FloorScript.Script;
import id.capaian.local.EmbeddedPostgres;
import id.capaian.local.LocalException;
import id.capaian.local.PoolSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PostgreSQL's own load program, as the login of the server. One process is one connection. */
final class Pgbench {

    private static final long PATIENCE_MINUTES = 30;

    private final Path program;
    private final EmbeddedPostgres database;
    private final Path folder;

    /** @param folder where scripts and outputs go */
    Pgbench(EmbeddedPostgres database, Path folder) {
        this.program = find();
        this.database = database;
        this.folder = folder;
    }

    private static Path find() {
        String named = System.getenv("PGBENCH");
        if (named != null) {
            return Path.of(named);
        }
        List<Path> places = new ArrayList<>();
        for (String dir : System.getenv().getOrDefault("PATH", "").split(":")) {
            places.add(Path.of(dir, "pgbench"));
        }
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            versions.sorted(Comparator.reverseOrder()).forEach(dir -> places.add(dir.resolve("bin/pgbench")));
        } catch (IOException none) {
            // The sentence below says what is missing.
        }
        Optional<Path> found = places.stream().filter(Files::isExecutable).findFirst();
        return found.orElseThrow(() -> new LocalException("pgbench, which measures the floor, was not found: install it"
                + " (apt-get install postgresql-contrib), or name it with PGBENCH=/path/to/pgbench."));
    }

    /**
     * One connection.
     *
     * @param scripts      one a tenant, chosen with equal chance
     * @param transactions how many it runs
     * @param perSecond    about how many of them in a second, by a Poisson process; 0 for one after the other
     */
    record Connection(List<Script> scripts, int transactions, double perSecond) {
    }

    /**
     * Runs all connections to their end, so many at once.
     *
     * @throws IllegalStateException when one of them failed
     */
    void run(List<Connection> connections, int atOnce) throws IOException, InterruptedException {
        for (int from = 0; from < connections.size(); from += atOnce) {
            run(connections.subList(from, Math.min(from + atOnce, connections.size())));
        }
    }

    private void run(List<Connection> connections) throws IOException, InterruptedException {
        List<Process> running = new ArrayList<>();
        try {
            for (int i = 0; i < connections.size(); i++) {
                running.add(start(i, connections.get(i)));
            }
            for (int i = 0; i < running.size(); i++) {
                if (!running.get(i).waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || running.get(i).exitValue() != 0) {
                    throw new IllegalStateException("pgbench failed: " + Files.readString(output(i)));
                }
            }
        } finally {
            running.forEach(Process::destroy);
        }
    }

    private Process start(int number, Connection connection) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-n", "-M", "prepared", "-c", "1", "-j", "1",
                "-h", "127.0.0.1", "-p", Integer.toString(database.port()), "-U", "p_app", "-d", "capaian",
                "-t", Integer.toString(connection.transactions())));
        if (connection.perSecond() > 0) {
            command.addAll(List.of("-R", Double.toString(connection.perSecond())));
        }
        Files.createDirectories(folder);
        for (int i = 0; i < connection.scripts().size(); i++) {
            Script script = connection.scripts().get(i);
            Path file = folder.resolve(number + "-" + i + ".sql");
            Files.writeString(file, script.text());
            command.addAll(List.of("-f", file.toString()));
            script.variables().forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(output(number).toFile());
        builder.environment().put("PGPASSWORD", database.password("p_app"));
        builder.environment().put("PGOPTIONS", PoolSizes.SESSION);
        return builder.start();
    }

    private Path output(int number) {
        return folder.resolve(number + ".log");
    }
}

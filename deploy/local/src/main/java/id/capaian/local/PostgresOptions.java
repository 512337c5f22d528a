package id.capaian.local;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where an embedded PostgreSQL lives and how it is set.
 *
 * @param home holds the data directory and the server's log; kept between runs
 * @param unpacked holds the unpacked programs; may be shared by several servers
 * @param secrets holds the generated passwords
 * @param port TCP port on the loopback address
 * @param settings configuration parameters, name to value, as in postgresql.conf
 */
public record PostgresOptions(Path home, Path unpacked, Path secrets, int port, Map<String, String> settings) {

    private static final Map<String, String> DEFAULTS = Map.of(
            "max_connections", "120",
            "shared_buffers", "256MB",
            "timezone", "UTC",
            // Dumping hundreds of schemas at once takes a lock for each table.
            "max_locks_per_transaction", "256",
            // DETAIL lines quote key values, and a key can be a person's NIP.
            "log_error_verbosity", "terse",
            "log_min_error_statement", "panic");

    /** Checks the settings, because they travel through a shell. */
    public PostgresOptions {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        settings.forEach(PostgresOptions::check);
        home = home.toAbsolutePath().normalize();
        unpacked = unpacked.toAbsolutePath().normalize();
        secrets = secrets.toAbsolutePath().normalize();
    }

    /**
     * Everything below one folder, as {@code deploy/local} has it in {@code .capaian}.
     *
     * @param state the folder; made when missing
     * @param port TCP port on the loopback address
     */
    public static PostgresOptions in(Path state, int port) {
        return new PostgresOptions(state.resolve("postgres"), state.resolve("unpacked"), state.resolve("secrets"),
                port, DEFAULTS);
    }

    /** The same with one parameter set. */
    public PostgresOptions with(String name, String value) {
        Map<String, String> all = new TreeMap<>(settings);
        all.put(name, value);
        return new PostgresOptions(home, unpacked, secrets, port, all);
    }

    /** The same on another port. */
    PostgresOptions onPort(int other) {
        return new PostgresOptions(home, unpacked, secrets, other, settings);
    }

    /** The same with the programs unpacked elsewhere, to share them between servers. */
    public PostgresOptions unpackedIn(Path folder) {
        return new PostgresOptions(home, folder, secrets, port, settings);
    }

    /** The same counting statements (pg_stat_statements), for load measurements. */
    public PostgresOptions countingStatements() {
        return with("shared_preload_libraries", "pg_stat_statements")
                .with("pg_stat_statements.max", "20000")
                .with("pg_stat_statements.track_planning", "on");
    }

    private static void check(String name, String value) {
        if (!name.matches("[a-z_.]+") || !value.matches("[A-Za-z0-9_.,/ %-]*")) {
            throw new IllegalArgumentException("not a PostgreSQL setting: " + name + "=" + value);
        }
    }
}

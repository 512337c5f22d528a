package id.capaian.load;

import com.nimbusds.jose.JOSEException;
import id.capaian.local.Artifacts;
import id.capaian.local.EmbeddedPostgres;
import id.capaian.local.PayaraOptions;
import id.capaian.local.PayaraProcess;
import id.capaian.local.PoolSizes;
import id.capaian.local.PostgresOptions;
import id.capaian.local.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL, a server and a token issuer of this run's own; all gone when closed. */
final class LoadSystem implements AutoCloseable {

    /** Tenants are spread over so many pools. */
    static final int POOLS = 2;

    private static final String NAME = "load";

    private final Artifacts artifacts = Artifacts.here();
    private final Path state = artifacts.root().resolve(".capaian/load");
    private final Options options;
    private final PostgresOptions postgresOptions;
    private final EmbeddedPostgres database;
    private final TokenIssuer issuer;
    private PayaraProcess server;

    LoadSystem(Options options) throws IOException, JOSEException {
        this.options = options;
        this.postgresOptions = PostgresOptions.in(state, options.firstPort())
                .unpackedIn(artifacts.root().resolve(".capaian/unpacked"))
                // Vacuum would charge one measurement for the rows of another.
                .with("autovacuum", "off")
                // The floor is made of what the log shows, parameters included; nobody here is a person.
                .with("log_line_prefix", StatementLog.PREFIX)
                .with("log_error_verbosity", "default");
        PayaraProcess.stop(state, NAME);
        EmbeddedPostgres.stop(postgresOptions);
        delete(state);
        this.database = EmbeddedPostgres.start(postgresOptions);
        this.issuer = new TokenIssuer(options.firstPort() + 2);
    }

    /** Starts the server; the tenants must be there. */
    void startServer() throws IOException {
        Secrets secrets = new Secrets(postgresOptions.secrets());
        secrets.key("server/capaian.cookie.key");
        secrets.get("server/capaian.keycloak.client-secret");
        int port = options.firstPort() + 1;
        server = PayaraProcess.start(new PayaraOptions(state, NAME, artifacts.payara(), artifacts.driver(),
                artifacts.war(), port, secrets.dir().resolve("server"), Map.of(
                        "capaian.db.url", database.url("capaian"),
                        "capaian.base-url", "http://localhost:" + port,
                        "capaian.keycloak.url", issuer.url(),
                        "capaian.files.dir", Files.createDirectories(state.resolve("files")).toString(),
                        "capaian.node.id", NAME),
                new PoolSizes(POOLS, options.clients() / POOLS, 3, 3, 2), PayaraOptions.JVM));
    }

    EmbeddedPostgres database() {
        return database;
    }

    TokenIssuer issuer() {
        return issuer;
    }

    Path root() {
        return artifacts.root();
    }

    Path state() {
        return state;
    }

    Path postgresLog() {
        return postgresOptions.home().resolve("server.log");
    }

    String serverUrl() {
        return "http://127.0.0.1:" + (options.firstPort() + 1);
    }

    long serverPid() {
        return server.handle().pid();
    }

    Cpu cpu() {
        return Cpu.now(serverPid(), database.pid());
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.stop();
        }
        issuer.close();
        database.close();
        delete(state.resolve("postgres"));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** JVM arguments and pools, for the report. */
    String settings() {
        return String.join(" ", PayaraOptions.JVM) + ", " + POOLS + " tenant pools of " + options.clients() / POOLS
                + ", " + options.clients() + " clients";
    }

    /** The number of the pool a tenant draws on, as the server counts. */
    static int poolOf(int tenant) {
        return Math.floorMod(Person.code(tenant).hashCode(), POOLS);
    }

    /** Tenants 1 to {@code count} by pool; pools without one are left out. */
    static List<List<Integer>> byPool(int count) {
        return Stream.iterate(0, pool -> pool < POOLS, pool -> pool + 1)
                .map(pool -> Stream.iterate(1, tenant -> tenant <= count, tenant -> tenant + 1)
                        .filter(tenant -> poolOf(tenant) == pool).toList())
                .filter(tenants -> !tenants.isEmpty()).toList();
    }
}

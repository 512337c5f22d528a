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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL, a server of one or two nodes and a token issuer of this run's own; all gone when closed. */
public final class LoadSystem implements AutoCloseable {

    /** Tenants are spread over so many pools. */
    static final int POOLS = 2;

    private static final String NAME = "load";
    private static final String SECOND = "load2";

    private final Artifacts artifacts = Artifacts.here();
    private final Path state = artifacts.root().resolve(".capaian/load");
    private final int firstPort;
    private final int clients;
    private final PostgresOptions postgresOptions;
    private final EmbeddedPostgres database;
    private final TokenIssuer issuer;
    private final List<PayaraProcess> nodes = new ArrayList<>();

    /**
     * PostgreSQL and the issuer, as yet without a server.
     *
     * @param firstPort PostgreSQL's port; node, issuer and second node take the next three
     * @param clients   requests that will be under way at once
     */
    public LoadSystem(int firstPort, int clients) throws IOException, JOSEException {
        this.firstPort = firstPort;
        this.clients = clients;
        this.postgresOptions = PostgresOptions.in(state, firstPort)
                .unpackedIn(artifacts.root().resolve(".capaian/unpacked"))
                // Vacuum would charge one measurement for the rows of another.
                .with("autovacuum", "off")
                // The floor is made of what the log shows, parameters included; nobody here is a person.
                .with("log_line_prefix", StatementLog.PREFIX)
                .with("log_error_verbosity", "default");
        PayaraProcess.stop(state, NAME);
        PayaraProcess.stop(state, SECOND);
        EmbeddedPostgres.stop(postgresOptions);
        delete(state);
        this.database = EmbeddedPostgres.start(postgresOptions);
        this.issuer = new TokenIssuer(firstPort + 2);
    }

    /** Starts the server; the tenants must be there. */
    public void startServer() throws IOException {
        nodes.add(PayaraProcess.start(node()));
    }

    /** Starts a second node beside it. */
    public void startSecondNode() throws IOException {
        nodes.add(PayaraProcess.start(node().asNode(SECOND, firstPort + 3)));
    }

    private PayaraOptions node() throws IOException {
        Secrets secrets = new Secrets(postgresOptions.secrets());
        secrets.key("server/capaian.cookie.key");
        secrets.get("server/capaian.keycloak.client-secret");
        int port = firstPort + 1;
        return new PayaraOptions(state, NAME, artifacts.payara(), artifacts.driver(),
                artifacts.war(), port, secrets.dir().resolve("server"), Map.of(
                        "capaian.db.url", database.url("capaian"),
                        "capaian.base-url", "http://localhost:" + port,
                        "capaian.keycloak.url", issuer.url(),
                        "capaian.files.dir", Files.createDirectories(state.resolve("files")).toString(),
                        "capaian.node.id", NAME),
                new PoolSizes(POOLS, clients / POOLS, 3, 3, 2), PayaraOptions.JVM);
    }

    public EmbeddedPostgres database() {
        return database;
    }

    public TokenIssuer issuer() {
        return issuer;
    }

    public Path state() {
        return state;
    }

    Path postgresLog() {
        return postgresOptions.home().resolve("server.log");
    }

    public String serverUrl() {
        return "http://127.0.0.1:" + (firstPort + 1);
    }

    public String secondNodeUrl() {
        return "http://127.0.0.1:" + (firstPort + 3);
    }

    long serverPid() {
        return nodes.get(0).handle().pid();
    }

    /** What all nodes and PostgreSQL have used so far. */
    public Cpu cpu() {
        return Cpu.now(nodes.stream().map(node -> node.handle().pid()).toList(), database.pid());
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(PayaraProcess::stop);
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
        return String.join(" ", PayaraOptions.JVM) + ", " + POOLS + " tenant pools of " + clients / POOLS
                + ", " + clients + " clients";
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

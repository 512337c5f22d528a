package id.capaian.load;

import com.nimbusds.jose.JOSEException;
import id.capaian.local.Artifacts;
import id.capaian.local.EmbeddedPostgres;
import id.capaian.local.PayaraOptions;
import id.capaian.local.PayaraProcess;
import id.capaian.local.PoolSizes;
import id.capaian.local.PostgresOptions;
import id.capaian.local.Secrets;
import id.capaian.local.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A PostgreSQL, a server of one or two nodes and a token issuer of this run's own; all gone when closed. */
public final class LoadSystem implements AutoCloseable {

    private static final String NAME = "load";
    private static final String SECOND = "load2";
    private static final String COOKIE_KEY = "server/capaian.cookie.key";
    /** PostgreSQL, node, issuer and second node take the first four. */
    private static final int THIRD_PORT = 4;

    private final Artifacts artifacts;
    private final Path state;
    private final int firstPort;
    private final int pools;
    private final int connections;
    private final PostgresOptions postgresOptions;
    private final EmbeddedPostgres database;
    private final TokenIssuer issuer;
    private final List<PayaraProcess> nodes = new ArrayList<>();

    /**
     * An empty PostgreSQL and the issuer, as yet without a server.
     *
     * @param firstPort PostgreSQL's port; node, issuer and second node take the next three
     * @param clients   requests that will be under way at once
     */
    public LoadSystem(int firstPort, int clients) throws IOException, JOSEException {
        this(Artifacts.here(), firstPort, 2, clients / 2, null);
    }

    private LoadSystem(Artifacts artifacts, int firstPort, int pools, int connections, Path kept)
            throws IOException, JOSEException {
        this.artifacts = artifacts;
        this.state = state(artifacts);
        this.firstPort = firstPort;
        this.pools = pools;
        this.connections = connections;
        this.postgresOptions = PostgresOptions.in(state, firstPort)
                .unpackedIn(artifacts.root().resolve(".capaian/unpacked"))
                // Vacuum would charge one measurement for the rows of another.
                .with("autovacuum", "off")
                // A country's database; with a developer's 256 MB it would be measured how pages are read.
                .with("shared_buffers", "2GB")
                // The floor is made of what the log shows, parameters included; nobody here is a person.
                .with("log_line_prefix", StatementLog.PREFIX)
                .with("log_error_verbosity", "default");
        clear();
        if (kept != null) {
            Program.say("Copying the nation");
            Trees.copy(kept, state);
        }
        this.database = EmbeddedPostgres.start(postgresOptions);
        this.issuer = new TokenIssuer(firstPort + 2);
    }

    /**
     * The same on a nation, which is generated if it is not kept.
     *
     * @param pools       how many pools the tenants are spread over
     * @param connections of each pool
     * @param fresh       whether to generate it in any case
     */
    static LoadSystem with(Nation nation, int firstPort, int pools, int connections, boolean fresh) throws Exception {
        Artifacts artifacts = Artifacts.here();
        Path kept = new KeptNation(artifacts, nation, state(artifacts)).make(fresh, firstPort);
        return new LoadSystem(artifacts, firstPort, pools, connections, kept);
    }

    private static Path state(Artifacts artifacts) {
        return artifacts.root().resolve(".capaian/load");
    }

    private void clear() throws IOException {
        stopServers();
        EmbeddedPostgres.stop(postgresOptions);
        if (!Files.isDirectory(state)) {
            return;
        }
        try (Stream<Path> all = Files.list(state)) {
            for (Path path : all.filter(path -> !KeptNation.isOne(path) && !Report.isOne(path)).toList()) {
                Trees.delete(path);
            }
        }
    }

    /** Those of an earlier run too: they outlive a program that was killed. */
    private void stopServers() throws IOException {
        for (String name : List.of(NAME, SECOND, Container.EMPTY, Starts.START)) {
            PayaraProcess.stop(state, name);
        }
    }

    /** Executes statements past everything, without triggers: what nobody wrote needs no audit. */
    public void asSuperuser(String... statements) throws SQLException {
        try (Connection connection = database.connect("postgres", "capaian");
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** Starts the server; the tenants must be there. */
    public void startServer() throws IOException {
        nodes.add(PayaraProcess.start(node()));
    }

    /** Starts a second node beside it. */
    public void startSecondNode() throws IOException {
        nodes.add(PayaraProcess.start(node().asNode(SECOND, firstPort + 3)));
    }

    /** A further instance with the same settings and arguments for Java, on a port of its own; not yet started. */
    PayaraOptions another(String name, Path war) throws IOException {
        PayaraOptions same = node().asNode(name, firstPort + THIRD_PORT);
        return new PayaraOptions(same.state(), name, same.payara(), same.driver(), war, same.port(), same.secrets(),
                same.properties(), same.pools(), same.jvm());
    }

    /** The server's own program. */
    Path war() {
        return artifacts.war();
    }

    private PayaraOptions node() throws IOException {
        Secrets secrets = secrets();
        secrets.key(COOKIE_KEY);
        secrets.get("server/capaian.keycloak.client-secret");
        int port = firstPort + 1;
        return new PayaraOptions(state, NAME, artifacts.payara(), artifacts.driver(),
                artifacts.war(), port, secrets.dir().resolve("server"), Map.of(
                        "capaian.db.url", database.url("capaian"),
                        "capaian.base-url", "http://localhost:" + port,
                        "capaian.keycloak.url", issuer.url(),
                        "capaian.files.dir", Files.createDirectories(state.resolve("files")).toString(),
                        "capaian.node.id", NAME),
                new PoolSizes(pools, connections, 3, 3, 2), PayaraOptions.JVM);
    }

    private Secrets secrets() throws IOException {
        return new Secrets(postgresOptions.secrets());
    }

    /** The key the server seals its cookies with, in base64. */
    String cookieKey() throws IOException {
        return secrets().key(COOKIE_KEY);
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

    public long serverPid() {
        return nodes.get(0).handle().pid();
    }

    /** What all nodes and PostgreSQL have used so far. */
    public Cpu cpu() {
        return Cpu.now(nodes.stream().map(node -> node.handle().pid()).toList(), database.pid());
    }

    @Override
    public void close() throws IOException {
        stopServers();
        issuer.close();
        database.close();
        Trees.delete(state.resolve("postgres"));
    }

    /** JVM arguments and pools, for the report. */
    String settings() {
        return String.join(" ", PayaraOptions.JVM) + ", " + pools();
    }

    /** PostgreSQL's version and what it was told, for the report. */
    String postgresSettings() throws SQLException {
        try (Connection connection = database.connect("postgres", "capaian");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select format('%s, shared_buffers %s, autovacuum %s', current_setting('server_version'),
                            current_setting('shared_buffers'), current_setting('autovacuum'))""")) {
            row.next();
            return row.getString(1);
        }
    }

    /** The tenants' pools, for the report. */
    String pools() {
        return pools + " tenant pools of " + connections;
    }

    /** These tenants by the connection they keep to while it is free; connections without one are left out. */
    List<List<Integer>> byConnection(List<Integer> tenants) {
        return byConnection(tenants, pools * connections);
    }

    /** The same for so many connections, dealt out as the server does. */
    static List<List<Integer>> byConnection(List<Integer> tenants, int connections) {
        Map<Integer, List<Integer>> byConnection = IntStream.range(0, tenants.size()).boxed().collect(
                Collectors.groupingBy(i -> i % connections, TreeMap::new,
                        Collectors.mapping(tenants::get, Collectors.toList())));
        return List.copyOf(byConnection.values());
    }
}

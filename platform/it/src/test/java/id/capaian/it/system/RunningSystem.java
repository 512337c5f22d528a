package id.capaian.it.system;

import id.capaian.local.AdminCommand;
import id.capaian.local.Artifacts;
import id.capaian.local.EmbeddedPostgres;
import id.capaian.local.PayaraOptions;
import id.capaian.local.PayaraProcess;
import id.capaian.local.PoolSizes;
import id.capaian.local.PostgresOptions;
import id.capaian.local.Secrets;
import id.capaian.local.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The whole system as a stranger starts it: by {@code deploy/local/up}, with a state folder, settings and ports of its
 * own, from what Maven has just made ({@code -am} when only this module is run). Tokens live for half a minute, so that
 * outages of Keycloak outlast them within a test.
 *
 * <p>Each run begins with an empty database; what an earlier one left is stopped and deleted. With
 * {@code CAPAIAN_IT_ADOPT=1} a run goes on with what is there and leaves it running, for somebody who works on a test.
 */
public final class RunningSystem {

    /** Every demo account's password in this system. */
    public static final String PASSWORD = "Perjalanan-Uji-2026";

    /** How long a token lives. */
    public static final int TOKEN_SECONDS = 30;

    static final String SECOND_NODE = "second";

    private static final boolean ADOPTS = "1".equals(System.getenv("CAPAIAN_IT_ADOPT"));
    private static final TestPorts PORTS = TestPorts.choose(ADOPTS);
    private static final Path ROOT = Artifacts.here().root();
    private static final Path STATE = ROOT.resolve("platform/it/target/system").toAbsolutePath();

    private static RunningSystem shared;

    private final List<String> said;
    private final List<Outage> outages = new CopyOnWriteArrayList<>();

    private RunningSystem(List<String> said) {
        this.said = said;
    }

    /** The one system of this test run: started by the first test that needs it, stopped when the run ends. */
    public static synchronized RunningSystem shared() throws IOException, InterruptedException {
        if (shared == null) {
            if (!ADOPTS) {
                clear();
                Runtime.getRuntime().addShutdownHook(new Thread(RunningSystem::stop, "down"));
            }
            shared = new RunningSystem(run("up", 25));
        }
        return shared;
    }

    /** Of an earlier run only what is unpacked stays: it takes a minute and never changes. */
    private static void clear() throws IOException, InterruptedException {
        PayaraProcess.stop(STATE, SECOND_NODE);
        run("down", 5);
        try (Stream<Path> left = Files.list(STATE)) {
            for (Path path : left.filter(path -> !path.endsWith("unpacked")).toList()) {
                Trees.delete(path);
            }
        }
    }

    /** What {@code up} printed. */
    public List<String> said() {
        return said;
    }

    /** Runs {@code up} again beside the running system. */
    public List<String> upAgain() throws IOException, InterruptedException {
        return run("up", 10);
    }

    /** Stops everything and starts it again, as somebody does who was home over night; the logs so far are kept. */
    List<String> downAndUp() throws IOException, InterruptedException {
        run("down", 5);
        for (String name : List.of("server", "keycloak")) {
            Path log = STATE.resolve("logs").resolve(name + ".log");
            Files.move(log, log.resolveSibling(name + "-before.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        return run("up", 10);
    }

    /** What the README's reader calls between two steps of the journey: the colleagues do theirs. Gives what it said. */
    public List<String> others(String tenant, String deed) throws IOException, InterruptedException {
        return run("others", 5, tenant, deed);
    }

    public String url() {
        return "http://localhost:" + PORTS.server();
    }

    public String keycloakUrl() {
        return "http://localhost:" + PORTS.keycloak();
    }

    public int postgresPort() {
        return PORTS.postgres();
    }

    /** The running PostgreSQL; for looking, and for outages. */
    EmbeddedPostgres postgres() {
        return EmbeddedPostgres.running(PostgresOptions.in(STATE, PORTS.postgres()));
    }

    /** Starts a PostgreSQL that died, set as before. */
    void restartPostgres(String maxConnections) {
        EmbeddedPostgres.start(PostgresOptions.in(STATE, PORTS.postgres()).with("max_connections", maxConnections));
    }

    /** Remembers that a test made an outage, whose traces in the log are no defect. */
    void provoked(Instant from, Instant to) {
        outages.add(new Outage(from, to));
    }

    /** Whether a test had made an outage at that moment. */
    boolean wasProvoked(Instant moment) {
        return outages.stream().anyMatch(outage -> !moment.isBefore(outage.from()) && !moment.isAfter(outage.to()));
    }

    private record Outage(Instant from, Instant to) {
    }

    /**
     * The admin program as this system's operator runs it.
     *
     * @param tenantsConfig folder with the tenants it applies
     */
    AdminCommand admin(Path tenantsConfig) {
        Secrets secrets = new Secrets(STATE.resolve("secrets"));
        return new AdminCommand(Artifacts.here().admin(), Map.of(
                "CAPAIAN_DB_URL", "jdbc:postgresql://127.0.0.1:" + PORTS.postgres() + "/capaian",
                "CAPAIAN_DB_OWNER_PASSWORD", secrets.get("db.owner.password"),
                "CAPAIAN_DB_APP_PASSWORD", secrets.get("server/capaian.db.password"),
                "CAPAIAN_KEYCLOAK_URL", keycloakUrl(),
                "CAPAIAN_KEYCLOAK_ADMIN_SECRET", secrets.get("keycloak.admin-client"),
                "CAPAIAN_DEMO_PASSWORD", PASSWORD,
                "CAPAIAN_CONFIG_DIR", tenantsConfig.toString()), STATE.resolve("logs/admin.log"));
    }

    /** The key this system signs packs with. */
    Path packKeys() {
        return STATE.resolve("pack-keys");
    }

    /** A second node beside the first, for a test that stops it again. */
    PayaraProcess secondNode(Map<String, String> keys) throws IOException {
        Properties first = new Properties();
        try (InputStream in = Files.newInputStream(STATE.resolve("run/server/server.properties"))) {
            first.load(in);
        }
        Map<String, String> all = new TreeMap<>();
        first.stringPropertyNames().forEach(name -> all.put(name, first.getProperty(name)));
        all.putAll(keys);
        Artifacts artifacts = Artifacts.here();
        return PayaraProcess.start(new PayaraOptions(STATE, SECOND_NODE, artifacts.payara(), artifacts.driver(),
                artifacts.war(), PORTS.second(), STATE.resolve("secrets/server"), all, PoolSizes.SMALL,
                PayaraOptions.QUICK_JVM).with("capaian.node.id", SECOND_NODE));
    }

    /** The number of Keycloak's process. */
    long keycloakPid() throws IOException {
        Properties record = new Properties();
        try (InputStream in = Files.newInputStream(STATE.resolve("run/keycloak.properties"))) {
            record.load(in);
        }
        return Long.parseLong(record.getProperty("pid"));
    }

    public Path state() {
        return STATE;
    }

    /** The server's log so far. */
    public List<String> serverLog() throws IOException {
        return Files.readAllLines(STATE.resolve("logs/server.log"));
    }

    private static void stop() {
        try {
            run("down", 5);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the system could not be stopped", e);
        }
    }

    private static List<String> run(String command, int minutes, String... words)
            throws IOException, InterruptedException {
        Files.createDirectories(STATE);
        Path output = STATE.resolve(command + ".out");
        List<String> line = new ArrayList<>(List.of(ROOT.resolve("deploy/local").resolve(command).toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).directory(ROOT.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CAPAIAN_"));
        builder.environment().putAll(settings());
        Process process = builder.start();
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.destroy();
            throw new IllegalStateException(command + " did not end within " + minutes + " minutes; see " + output);
        }
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " failed:\n" + String.join("\n", lines));
        }
        return lines;
    }

    /** All of them: neither the settings nor services of whoever runs the tests have a part in it. */
    private static Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("CAPAIAN_BUILT", "1"),
                Map.entry("CAPAIAN_SETTINGS", "/dev/null"),
                Map.entry("CAPAIAN_STATE_DIR", STATE.toString()),
                Map.entry("CAPAIAN_KEYS_DIR", STATE.resolve("pack-keys").toString()),
                Map.entry("CAPAIAN_PORT", Integer.toString(PORTS.server())),
                Map.entry("CAPAIAN_PG_PORT", Integer.toString(PORTS.postgres())),
                Map.entry("CAPAIAN_KEYCLOAK_PORT", Integer.toString(PORTS.keycloak())),
                Map.entry("CAPAIAN_KEYCLOAK_MANAGEMENT_PORT", Integer.toString(PORTS.management())),
                Map.entry("CAPAIAN_MAIL_PORT", Integer.toString(PORTS.mail())),
                Map.entry("CAPAIAN_TOKEN_SECONDS", Integer.toString(TOKEN_SECONDS)),
                Map.entry("CAPAIAN_DEMO_PASSWORD", PASSWORD));
    }
}

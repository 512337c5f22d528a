package id.capaian.it.system;

import id.capaian.local.Artifacts;
import id.capaian.local.EmbeddedPostgres;
import id.capaian.local.PayaraOptions;
import id.capaian.local.PayaraProcess;
import id.capaian.local.PoolSizes;
import id.capaian.local.PostgresOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The whole system as a stranger starts it: by {@code deploy/local/up}, with a state folder and ports of its own. Tokens
 * live a minute, so that outages of Keycloak outlast them within a test.
 */
public final class RunningSystem {

    /** Every demo account's password in this system. */
    public static final String PASSWORD = "Perjalanan-Uji-2026";

    static final String SECOND_NODE = "second";

    /** Added to every port, where somebody else has the usual ones. */
    private static final int OFFSET = Integer.parseInt(System.getenv().getOrDefault("CAPAIAN_IT_PORTS", "0"));
    private static final int SERVER_PORT = 28080 + OFFSET;
    private static final int KEYCLOAK_PORT = 28180 + OFFSET;
    private static final int POSTGRES_PORT = 25432 + OFFSET;
    private static final Path ROOT = Artifacts.here().root();
    private static final Path STATE = ROOT.resolve("platform/it/target/system").toAbsolutePath();

    private static RunningSystem shared;

    private final List<String> said;
    private final List<Outage> outages = new CopyOnWriteArrayList<>();

    private RunningSystem(List<String> said) {
        this.said = said;
    }

    /**
     * The one system of this test run: started by the first test that needs it, stopped when the run ends. One that ran
     * before, because somebody works on a test, is left running.
     */
    public static synchronized RunningSystem shared() throws IOException, InterruptedException {
        if (shared == null) {
            boolean ran = answers();
            shared = new RunningSystem(run("up", 25));
            if (!ran) {
                Runtime.getRuntime().addShutdownHook(new Thread(RunningSystem::stop, "down"));
            }
        }
        return shared;
    }

    /** What {@code up} printed. */
    public List<String> said() {
        return said;
    }

    /** Runs {@code up} again beside the running system. */
    public List<String> upAgain() throws IOException, InterruptedException {
        return run("up", 10);
    }

    public String url() {
        return "http://localhost:" + SERVER_PORT;
    }

    public String keycloakUrl() {
        return "http://localhost:" + KEYCLOAK_PORT;
    }

    /** The running PostgreSQL; for looking, and for outages. */
    EmbeddedPostgres postgres() {
        return EmbeddedPostgres.start(PostgresOptions.in(STATE, POSTGRES_PORT));
    }

    /** Starts a PostgreSQL that died, set as before. */
    void restartPostgres(String maxConnections) {
        EmbeddedPostgres.start(PostgresOptions.in(STATE, POSTGRES_PORT).with("max_connections", maxConnections));
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
                artifacts.war(), SERVER_PORT + 1, STATE.resolve("secrets/server"), all, PoolSizes.SMALL,
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

    private static boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER_PORT)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    private static void stop() {
        try {
            run("down", 5);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the system could not be stopped", e);
        }
    }

    private static List<String> run(String command, int minutes) throws IOException, InterruptedException {
        Files.createDirectories(STATE);
        Path output = STATE.resolve(command + ".out");
        ProcessBuilder builder = new ProcessBuilder(ROOT.resolve("deploy/local").resolve(command).toString())
                .directory(ROOT.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(Map.of(
                "CAPAIAN_STATE_DIR", STATE.toString(),
                "CAPAIAN_KEYS_DIR", STATE.resolve("pack-keys").toString(),
                "CAPAIAN_PORT", Integer.toString(SERVER_PORT),
                "CAPAIAN_PG_PORT", Integer.toString(POSTGRES_PORT),
                "CAPAIAN_KEYCLOAK_PORT", Integer.toString(KEYCLOAK_PORT),
                "CAPAIAN_KEYCLOAK_MANAGEMENT_PORT", Integer.toString(28190 + OFFSET),
                "CAPAIAN_TOKEN_SECONDS", "60",
                "CAPAIAN_DEMO_PASSWORD", PASSWORD));
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
}

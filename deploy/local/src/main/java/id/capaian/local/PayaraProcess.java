package id.capaian.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The server in Payara Micro on this machine, a child that outlives the launcher. */
public final class PayaraProcess {

    /** The name of the one instance that {@code deploy/local/up} starts. */
    public static final String SERVER = "server";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** After a failed deployment Payara lives on and answers 404 to everything. */
    private static final ChildProcess.Signs SIGNS = new ChildProcess.Signs(
            ".* SEVERE .*Exception while loading the app.*", ".*( SEVERE |Exception: |Caused by: ).*");
    /** Jobs (10 s) and running requests (20 s) may end before the server goes, and Payara takes its time (8 s). */
    private static final Duration FAREWELL = Duration.ofSeconds(50);

    private final PayaraOptions options;
    private final ChildProcess process;
    private final Path place;

    private PayaraProcess(PayaraOptions options) {
        this.options = options;
        this.process = new ChildProcess(options.state(), options.name());
        this.place = place(options.state(), options.name());
    }

    /**
     * Starts the server, or finds it running with the same WAR and settings. Comes back when {@code /health/ready}
     * answers 200: Payara's own "ready" is said even when the deployment failed.
     *
     * @throws LocalException when the port is taken or the server does not come up
     */
    public static PayaraProcess start(PayaraOptions options) {
        PayaraProcess server = new PayaraProcess(options);
        try {
            server.startOrAdopt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    /**
     * Stops an instance, if it runs, and deletes what it unpacked.
     *
     * @param state the state folder
     * @param name the instance, {@link #SERVER} for that of {@code up}
     * @return true when one ran
     */
    public static boolean stop(Path state, String name) {
        boolean ran = new ChildProcess(state, name).stop(FAREWELL);
        try {
            Trees.delete(place(state, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ran;
    }

    /**
     * The argument for Java by which {@link #stop(Path, String)} knows an instance again, for a test that starts it by
     * other means.
     */
    public static String mark(Path state, String name) {
        return ChildProcess.mark(state, name);
    }

    /** Stops this instance. */
    public void stop() {
        stop(options.state(), options.name());
    }

    /** The address on the loopback interface, without a slash at the end. */
    public String url() {
        return "http://localhost:" + options.port();
    }

    /** Where its output goes. */
    public Path log() {
        return process.log();
    }

    /** The living process. */
    public ProcessHandle handle() {
        return process.running().orElseThrow(() -> new IllegalStateException("the server is not running"));
    }

    private static Path place(Path state, String name) {
        return state.resolve("run").resolve(name);
    }

    private String health() {
        return "http://127.0.0.1:" + options.port() + "/health/ready";
    }

    /** @throws LocalException when somebody else has the port and this instance does not run */
    static void requirePort(Path state, String name, int port) {
        if (new ChildProcess(state, name).running().isEmpty()) {
            Ports.requireFree(port, "the server", "CAPAIAN_PORT");
        }
    }

    private void startOrAdopt() throws IOException {
        String fingerprint = fingerprint();
        if (process.runsWith(fingerprint) && Http.answersOk(health())) {
            return;
        }
        stop();
        requirePort(options.state(), options.name(), options.port());
        for (Path file : List.of(options.war(), options.payara(), options.driver())) {
            if (!Files.isRegularFile(file)) {
                throw new LocalException(file + " is missing: run mvn -Pquick package.");
            }
        }
        Files.createDirectories(place);
        process.start(arguments(), Map.of(), fingerprint);
        process.awaitReady("The server", health(), PATIENCE, SIGNS);
    }

    private String fingerprint() throws IOException {
        return new Fingerprint().withFile(options.war()).withFile(options.payara()).withFile(options.driver())
                .withContents(options.secrets()).with(options.port()).with(new TreeMap<>(options.properties()))
                .with(options.pools()).with(options.jvm()).with(ChildProcess.java()).text();
    }

    private List<String> arguments() throws IOException {
        List<String> arguments = new ArrayList<>(options.jvm());
        arguments.addAll(List.of("-Djava.awt.headless=true", "-Duser.timezone=UTC",
                "-jar", options.payara().toString(), "--deploy", options.war().toString(), "--contextroot", "/"));
        arguments.addAll(settings());
        return arguments;
    }

    /**
     * What Payara Micro is told besides what it deploys, for a test that starts it by other means; files are written.
     */
    public static List<String> settings(PayaraOptions options) {
        PayaraProcess server = new PayaraProcess(options);
        try {
            Files.createDirectories(server.place);
            return server.settings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> settings() throws IOException {
        return List.of("--nohazelcast", "--disablephonehome", "--port", Integer.toString(options.port()),
                "--rootdir", place.resolve("root").toString(),
                "--addlibs", options.driver().toString(),
                "--secretsdir", options.secrets().toString(),
                "--systemproperties", systemProperties().toString(),
                "--prebootcommandfile",
                Files.write(place.resolve("preboot"), PreBoot.commands(options.pools())).toString(),
                "--logproperties", logging().toString());
    }

    private Path systemProperties() throws IOException {
        Properties properties = new Properties();
        properties.putAll(options.properties());
        properties.setProperty("capaian.db.pools", Integer.toString(options.pools().tenantPools()));
        properties.setProperty("capaian.db.pool.size", Integer.toString(options.pools().tenant()));
        properties.setProperty("capaian.db.jobs.size", Integer.toString(options.pools().jobs()));
        properties.setProperty("capaian.db.system.size", Integer.toString(options.pools().system()));
        Path file = place.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }

    private Path logging() throws IOException {
        Path file = place.resolve("logging.properties");
        try (InputStream in = PayaraProcess.class.getResourceAsStream("logging.properties")) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}

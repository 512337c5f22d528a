package id.capaian.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Keycloak on this machine: unpacked and built once, then started as a child that outlives the launcher. The realm
 * {@code capaian} is made when it is missing; when it is there, its address, secrets and token life are seen to.
 */
public final class KeycloakProcess {

    private static final String NAME = "keycloak";
    private static final String BOOTSTRAP_CLIENT = "capaian-bootstrap";
    private static final String STAMP = "capaian.built";
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration BUILD_PATIENCE = Duration.ofMinutes(6);
    private static final ChildProcess.Signs SIGNS = new ChildProcess.Signs(
            ".*ERROR.*Failed to start server.*", ".*( ERROR |Exception: ).*");
    private static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true");
    private static final List<String> JVM = List.of(
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Xms64m", "-Xmx512m", "-XX:MaxMetaspaceSize=256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.country=US",
            "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true");

    private final KeycloakOptions options;
    private final ChildProcess process;
    private final Path home;
    private int builds;
    private int imports;

    private KeycloakProcess(KeycloakOptions options) {
        this.options = options;
        this.process = new ChildProcess(options.state(), NAME);
        this.home = home(options.unpacked());
    }

    /**
     * Starts, or finds running, and makes the realm when it is missing. Comes back when Keycloak is ready.
     *
     * @throws LocalException when a port is taken or Keycloak does not come up
     */
    public static KeycloakProcess start(KeycloakOptions options) {
        KeycloakProcess keycloak = new KeycloakProcess(options);
        if (!keycloak.isUp()) {
            keycloak.startAnew();
        }
        keycloak.imports = new RealmImport(options.url(), BOOTSTRAP_CLIENT, keycloak.bootstrapSecret())
                .bring(options.realm());
        return keycloak;
    }

    /**
     * Stops the Keycloak of a state folder, if it runs.
     *
     * @return true when one ran
     */
    public static boolean stop(Path state) {
        return new ChildProcess(state, NAME).stop(Duration.ofSeconds(20));
    }

    /** The public address. */
    public String url() {
        return options.url();
    }

    /** How often the distribution had to be built: 1 after a first start, else 0. */
    public int builds() {
        return builds;
    }

    /** How many realms had to be made or changed. */
    public int imports() {
        return imports;
    }

    private boolean isUp() {
        return process.runsWith(fingerprint()) && Http.answersOk(health());
    }

    /** @throws LocalException when somebody else has a port and no Keycloak of ours runs */
    static void requirePorts(Path state, int port, int managementPort) {
        if (new ChildProcess(state, NAME).running().isEmpty()) {
            Ports.requireFree(port, "Keycloak", "CAPAIAN_KEYCLOAK_PORT");
            Ports.requireFree(managementPort, "Keycloak's health address", "CAPAIAN_KEYCLOAK_MANAGEMENT_PORT");
        }
    }

    private void startAnew() {
        process.stop(Duration.ofSeconds(20));
        requirePorts(options.state(), options.port(), options.managementPort());
        buildOnce();
        process.start(arguments("start", startOptions()), environment(), fingerprint());
        process.awaitReady("Keycloak", health(), PATIENCE, SIGNS);
    }

    private String health() {
        return "http://127.0.0.1:" + options.managementPort() + "/health/ready";
    }

    private String fingerprint() {
        return new Fingerprint().with(home).with(startOptions()).with(new TreeMap<>(environment())).with(JVM)
                .with(ChildProcess.java()).text();
    }

    private String bootstrapSecret() {
        return new Secrets(options.state().resolve("secrets")).get(SecretNames.KEYCLOAK_BOOTSTRAP);
    }

    /** Passwords go by environment, for a command line can be read by everybody. */
    private Map<String, String> environment() {
        return Map.of("KC_DB_PASSWORD", options.databasePassword(),
                "KC_BOOTSTRAP_ADMIN_CLIENT_ID", BOOTSTRAP_CLIENT,
                "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", bootstrapSecret());
    }

    private List<String> startOptions() {
        return List.of("--optimized", "--db-url=" + options.databaseUrl(), "--db-username=keycloak",
                // One node: without this it listens for others on every address of the machine.
                "--cache=local",
                "--http-enabled=true", "--http-host=127.0.0.1", "--http-port=" + options.port(),
                "--http-management-port=" + options.managementPort(), "--hostname=" + options.url(),
                // Every poll while starting writes a line; and the event listener would write user names, our NIPs.
                "--log-level=INFO,io.smallrye.health:WARN,org.keycloak.events:OFF");
    }

    private List<String> arguments(String command, List<String> commandOptions) {
        List<String> arguments = new ArrayList<>(JVM);
        arguments.add("-Dkc.home.dir=" + home);
        arguments.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        arguments.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint", command));
        arguments.addAll(commandOptions);
        return arguments;
    }

    /** True when a start need not build. */
    static boolean isBuilt(Path unpacked) {
        return Files.exists(home(unpacked).resolve(STAMP));
    }

    private static Path home(Path unpacked) {
        return unpacked.resolve("keycloak-" + Versions.of("keycloak")).toAbsolutePath();
    }

    /** The stamp is written last: without it nothing of an interrupted build is trusted. */
    private void buildOnce() {
        Path stamp = home.resolve(STAMP);
        String wanted = Versions.of("keycloak") + " " + BUILD_OPTIONS;
        try {
            if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
                return;
            }
            Trees.delete(home);
            unpackWhole();
            runBuild();
            Files.writeString(stamp, wanted);
            builds++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void runBuild() throws IOException {
        List<String> command = new ArrayList<>(List.of(ChildProcess.java()));
        command.addAll(arguments("build", BUILD_OPTIONS));
        Path log = options.state().resolve("logs/keycloak-build.log");
        Files.createDirectories(log.getParent());
        Process build = new ProcessBuilder(command).redirectInput(new File("/dev/null"))
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (!build.waitFor(BUILD_PATIENCE.toSeconds(), TimeUnit.SECONDS) || build.exitValue() != 0) {
                build.destroy();
                throw new LocalException("Keycloak could not be built; see " + log + ".");
            }
        } catch (InterruptedException e) {
            build.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Keycloak was built", e);
        }
    }

    /** Half a Keycloak would only take the room that was missing. */
    private void unpackWhole() throws IOException {
        try {
            unpack();
        } catch (IOException e) {
            Trees.delete(home);
            throw e;
        }
    }

    private void unpack() throws IOException {
        if (!Files.isRegularFile(options.distribution())) {
            throw new LocalException("Keycloak's distribution is missing (" + options.distribution()
                    + "): run mvn -Pquick package.");
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(options.distribution()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                extract(entry, zip);
            }
        }
    }

    private void extract(ZipEntry entry, InputStream content) throws IOException {
        Path inside = Path.of(entry.getName());
        Path to = home.resolve(inside.subpath(0, 1).relativize(inside)).normalize();
        if (!to.startsWith(home)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(to);
        } else {
            Files.createDirectories(to.getParent());
            Files.copy(content, to);
        }
    }
}

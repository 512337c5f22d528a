package id.capaian.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The programs of one state folder, each started from the same settings: PostgreSQL, Keycloak, the server, the admin
 * program as reconciler, and a mail server that keeps what it gets.
 * External ones are taken as they are.
 */
final class LocalSystem {

    private static final long MEGABYTE = 1024L * 1024;
    /** PostgreSQL, Keycloak and what Keycloak builds. */
    private static final long TO_UNPACK_MEGABYTES = 3 * 1024;
    private static final long TO_RUN_MEGABYTES = 300;

    private final Settings settings;
    private final Artifacts artifacts;
    private final Path state;
    private final Credentials credentials;

    LocalSystem(Settings settings) {
        this.settings = settings;
        this.artifacts = new Artifacts(settings.root());
        this.state = settings.state();
        this.credentials = new Credentials(settings);
    }

    Artifacts artifacts() {
        return artifacts;
    }

    /** Fails when the disk has no room for what is to be unpacked and stored. */
    void requireDisk() throws IOException {
        requireDisk(Files.getFileStore(Files.createDirectories(state)).getUsableSpace());
    }

    void requireDisk(long freeBytes) {
        boolean unpacked = keycloakIsBuilt() && (settings.externalDatabase().isPresent()
                || PostgresPrograms.areUnpackedIn(state.resolve("unpacked")));
        long needed = unpacked ? TO_RUN_MEGABYTES : TO_UNPACK_MEGABYTES;
        if (freeBytes / MEGABYTE < needed) {
            throw new LocalException("Only " + freeBytes / MEGABYTE + " MB are free on the disk of " + state + ", "
                    + needed + " MB are needed: make room, or set CAPAIAN_STATE_DIR to another disk.");
        }
    }

    /** Fails before anything is started when a port is taken by somebody else. */
    void requirePorts() {
        if (settings.externalDatabase().isEmpty() && !EmbeddedPostgres.isRunning(postgresOptions())) {
            Ports.requireFree(settings.postgresPort(), "PostgreSQL", "CAPAIAN_PG_PORT");
        }
        if (settings.externalKeycloak().isEmpty()) {
            KeycloakProcess.requirePorts(state, settings.keycloakPort(), settings.keycloakManagementPort());
        }
        PayaraProcess.requirePort(state, PayaraProcess.SERVER, settings.serverPort());
        MailProcess.requirePort(state, settings.mailPort());
    }

    /** Starts or adopts PostgreSQL, or checks that the external one answers. */
    Database database() {
        if (settings.externalDatabase().isPresent()) {
            return externalDatabase(settings.externalDatabase().get());
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(postgresOptions());
        return new Database(server.url("capaian"), server.password("p_owner"));
    }

    private Database externalDatabase(String url) {
        List<String> logins = List.of("p_app", "p_jobs", "p_owner");
        logins.forEach(credentials::password);
        logins.forEach(login -> Database.requireLogin(url, login, credentials.password(login)));
        return new Database(url, credentials.password("p_owner"));
    }

    private PostgresOptions postgresOptions() {
        PostgresOptions options = PostgresOptions.in(state, settings.postgresPort())
                .with("max_connections", Integer.toString(settings.maxConnections()));
        return settings.countsStatements() ? options.countingStatements() : options;
    }

    /** Starts or adopts Keycloak, or checks that the external one has the realm; gives its address. */
    String keycloak(Counters counters) {
        if (settings.externalKeycloak().isPresent()) {
            return externalKeycloak(settings.externalKeycloak().get());
        }
        KeycloakProcess keycloak = KeycloakProcess.start(keycloakOptions());
        counters.keycloakBuilds(keycloak.builds());
        counters.imports(keycloak.imports());
        return keycloak.url();
    }

    /** True when Keycloak need not be built for the next start. */
    boolean keycloakIsBuilt() {
        return settings.externalKeycloak().isPresent() || KeycloakProcess.isBuilt(state.resolve("unpacked"));
    }

    private KeycloakOptions keycloakOptions() {
        String product = settings.externalDatabase().orElse(
                "jdbc:postgresql://127.0.0.1:" + settings.postgresPort() + "/capaian");
        String url = settings.keycloakDatabase().orElse(product.replaceFirst("/[^/?]+(\\?|$)", "/keycloak$1"));
        Database.requireLogin(url, "keycloak", credentials.keycloakDatabasePassword());
        return new KeycloakOptions(state, artifacts.keycloak(), state.resolve("unpacked"), settings.keycloakPort(),
                settings.keycloakManagementPort(), url, credentials.keycloakDatabasePassword(),
                new RealmOptions(settings.baseUrl(), settings.tokenSeconds(), credentials.webClient(),
                        credentials.adminClient(), settings.demoPassword()));
    }

    private String externalKeycloak(String url) {
        credentials.webClient();
        if (!Http.answersOk(url + "/realms/capaian")) {
            throw new LocalException("The Keycloak at " + url + " does not answer for a realm capaian: start it and"
                    + " import deploy/local/src/main/resources/realm-capaian.json, or unset CAPAIAN_KEYCLOAK_URL.");
        }
        requireAdminClient(url);
        return url;
    }

    private void requireAdminClient(String url) {
        int status = Http.send(HttpRequest.newBuilder(URI.create(url + "/realms/capaian/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(Http.form(Map.of("grant_type", "client_credentials", "client_id", "capaian-admin",
                        "client_secret", credentials.adminClient())))).statusCode();
        if (status != 200) {
            throw new LocalException("The Keycloak at " + url + " does not accept the client capaian-admin (" + status
                    + "): correct CAPAIAN_KEYCLOAK_ADMIN_SECRET.");
        }
    }

    /**
     * The admin program, configured for this system.
     *
     * @param tenantsConfig the files it applies
     */
    AdminCommand admin(Database database, String keycloak, Path tenantsConfig) {
        return new AdminCommand(artifacts.admin(), adminEnvironment(database, keycloak, tenantsConfig),
                state.resolve("logs/admin.log"));
    }

    /** The same program as the one that does what operators order on the pages. */
    ReconcilerProcess reconciler(Database database, String keycloak, Path tenantsConfig) {
        return new ReconcilerProcess(state, artifacts.admin(), adminEnvironment(database, keycloak, tenantsConfig));
    }

    private Map<String, String> adminEnvironment(Database database, String keycloak, Path tenantsConfig) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "CAPAIAN_DB_URL", database.url(),
                "CAPAIAN_DB_OWNER_PASSWORD", database.ownerPassword(),
                "CAPAIAN_DB_APP_PASSWORD", credentials.password("p_app"),
                "CAPAIAN_KEYCLOAK_URL", keycloak,
                "CAPAIAN_KEYCLOAK_ADMIN_SECRET", credentials.adminClient(),
                "CAPAIAN_DEMO_PASSWORD", settings.demoPassword(),
                "CAPAIAN_CONFIG_DIR", tenantsConfig.toString(),
                "CAPAIAN_FILES_DIR", state.resolve("files").toString(),
                "CAPAIAN_EXPORTS_DIR", state.resolve("exports").toString(),
                "CAPAIAN_BASE_URL", settings.baseUrl()));
        environment.putAll(Map.of(
                "CAPAIAN_MAIL_HOST", "127.0.0.1",
                "CAPAIAN_MAIL_PORT", Integer.toString(settings.mailPort()),
                "CAPAIAN_MAIL_TLS", "none",
                "CAPAIAN_MAIL_FROM", "Capaian <capaian@localhost>"));
        return environment;
    }

    /** Starts or adopts the mail server that keeps what it gets; gives the folder. */
    Path mail() {
        MailProcess.start(state, settings.mailPort());
        return MailProcess.folder(state);
    }

    /** Starts the server, or finds it running from the same WAR and settings. */
    PayaraProcess server(Database database, String keycloak) throws IOException {
        Map<String, String> keys = new TreeMap<>(Map.of(
                "capaian.db.url", database.url(),
                "capaian.base-url", settings.baseUrl(),
                "capaian.keycloak.url", keycloak,
                "capaian.keycloak.realm", "capaian",
                "capaian.keycloak.client-id", "capaian-web",
                "capaian.keycloak.audience", "capaian-api",
                "capaian.files.dir", Secrets.makePrivate(state.resolve("files")).toString(),
                "capaian.node.id", "local"));
        // No balancer has to notice that the one node of this machine goes.
        keys.put("capaian.drain.notice-seconds", "0");
        keys.putAll(settings.serverKeys());
        return PayaraProcess.start(new PayaraOptions(state, PayaraProcess.SERVER, artifacts.payara(),
                artifacts.driver(), artifacts.war(), settings.serverPort(),
                credentials.serverFolder(), keys, settings.pools(),
                PayaraOptions.jvm(settings.serverHeap())));
    }

    /**
     * The database of the demo that {@code up} started in this state folder and that runs now. Packs that are being
     * written go there and nowhere else.
     *
     * @throws LocalException when PostgreSQL or Keycloak is somebody's own, or the demo does not run
     */
    Database demoDatabase() {
        if (settings.externalDatabase().isPresent() || settings.externalKeycloak().isPresent()) {
            throw new LocalException("A pack that is being written is tried in up's own demo only, and"
                    + " CAPAIAN_PG_URL or CAPAIAN_KEYCLOAK_URL names another system: unset it, or choose another"
                    + " CAPAIAN_STATE_DIR and ports for a demo beside it.");
        }
        if (new ChildProcess(state, PayaraProcess.SERVER).running().isEmpty()
                || !EmbeddedPostgres.isRunning(postgresOptions())) {
            throw new LocalException("No demo of " + state + " runs: run deploy/local/up first.");
        }
        EmbeddedPostgres server = EmbeddedPostgres.running(postgresOptions());
        return new Database(server.url("capaian"), server.password("p_owner"));
    }

    /** The colleagues of a demo tenant, in a system that runs. */
    Others others(String tenant) {
        String keycloak = settings.externalKeycloak().orElse("http://localhost:" + settings.keycloakPort());
        return new Others(settings, keycloak, state.resolve("tenants-config/demo"), tenant,
                demoDay().period());
    }

    /** Tenants and demo data, moved into the quarter in which the demonstration began. */
    Path tenantsConfig() {
        return new DemoFiles(demoDay()).in(state, artifacts.tenantsConfig());
    }

    /** The day on which the demonstration began. */
    DemoDay demoDay() {
        return DemoDay.keptIn(state);
    }

    /** Stops what runs, in the order in which nobody misses anybody; gives the names of what ran. */
    List<String> stop() {
        return List.of(
                ReconcilerProcess.stop(state) ? "reconciler" : "",
                PayaraProcess.stop(state, PayaraProcess.SERVER) ? "server" : "",
                MailProcess.stop(state) ? "mail catcher" : "",
                KeycloakProcess.stop(state) ? "Keycloak" : "",
                EmbeddedPostgres.stop(postgresOptions()) ? "PostgreSQL" : "")
                .stream().filter(name -> !name.isEmpty()).toList();
    }
}

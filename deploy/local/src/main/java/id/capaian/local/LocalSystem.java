package id.capaian.local;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The three programs of one state folder, each started from the same settings: PostgreSQL, Keycloak, the server.
 * External ones are taken as they are.
 */
final class LocalSystem {

    private static final long DISK_BYTES = 3L * 1024 * 1024 * 1024;

    private final Settings settings;
    private final Artifacts artifacts;
    private final Path state;
    private final Secrets secrets;

    LocalSystem(Settings settings) {
        this.settings = settings;
        this.artifacts = new Artifacts(settings.root());
        this.state = settings.state();
        this.secrets = new Secrets(state.resolve("secrets"));
    }

    Artifacts artifacts() {
        return artifacts;
    }

    /** Fails when the disk has no room for what is unpacked and stored. */
    static void requireDisk(Path state) throws IOException {
        Files.createDirectories(state);
        FileStore store = Files.getFileStore(state);
        if (store.getUsableSpace() < DISK_BYTES) {
            throw new LocalException("Only " + store.getUsableSpace() / (1024 * 1024) + " MB are free on the disk of "
                    + state + ", 3 GB are needed: make room, or set CAPAIAN_STATE_DIR to another disk.");
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
        String why = "an external PostgreSQL needs the passwords its administrator gave (CAPAIAN_PG_URL is set)";
        secrets.put(SecretNames.password("p_app"), settings.required("CAPAIAN_DB_PASSWORD", why));
        secrets.put(SecretNames.password("p_jobs"), settings.required("CAPAIAN_DB_JOBS_PASSWORD", why));
        secrets.put(SecretNames.password("p_owner"), settings.required("CAPAIAN_DB_OWNER_PASSWORD", why));
        Database database = new Database(url, secrets.get(SecretNames.password("p_owner")));
        database.migrations();
        return database;
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
        String url = settings.text("CAPAIAN_KEYCLOAK_DB_URL", product.replaceFirst("/[^/?]+(\\?|$)", "/keycloak$1"));
        String password = settings.text("CAPAIAN_KEYCLOAK_DB_PASSWORD",
                secrets.get(SecretNames.password("keycloak")));
        return new KeycloakOptions(state, artifacts.keycloak(), state.resolve("unpacked"), settings.keycloakPort(),
                settings.keycloakManagementPort(), url, password,
                new RealmOptions(settings.baseUrl(), settings.tokenSeconds(), secrets.get(SecretNames.WEB_CLIENT),
                        secrets.get(SecretNames.ADMIN_CLIENT), settings.demoPassword()));
    }

    private String externalKeycloak(String url) {
        String why = "an external Keycloak needs the secrets of its clients (CAPAIAN_KEYCLOAK_URL is set)";
        secrets.put(SecretNames.WEB_CLIENT, settings.required("CAPAIAN_KEYCLOAK_CLIENT_SECRET", why));
        secrets.put(SecretNames.ADMIN_CLIENT, settings.required("CAPAIAN_KEYCLOAK_ADMIN_SECRET", why));
        if (!Http.answersOk(url + "/realms/capaian")) {
            throw new LocalException("The Keycloak at " + url + " does not answer for a realm capaian: start it and"
                    + " import deploy/local/src/main/resources/realm-capaian.json, or unset CAPAIAN_KEYCLOAK_URL.");
        }
        return url;
    }

    /** The admin program, configured for this system. */
    AdminCommand admin(Database database, String keycloak) {
        return new AdminCommand(artifacts.admin(), Map.of(
                "CAPAIAN_DB_URL", database.url(),
                "CAPAIAN_DB_OWNER_PASSWORD", database.ownerPassword(),
                "CAPAIAN_DB_APP_PASSWORD", secrets.get(SecretNames.password("p_app")),
                "CAPAIAN_KEYCLOAK_URL", keycloak,
                "CAPAIAN_KEYCLOAK_ADMIN_SECRET", secrets.get(SecretNames.ADMIN_CLIENT),
                "CAPAIAN_DEMO_PASSWORD", settings.demoPassword(),
                "CAPAIAN_CONFIG_DIR", artifacts.tenantsConfig().toString()), state.resolve("logs/admin.log"));
    }

    /** Starts the server, or finds it running from the same WAR and settings. */
    PayaraProcess server(Database database, String keycloak) throws IOException {
        secrets.key(SecretNames.COOKIE_KEY);
        secrets.get(SecretNames.METRICS_TOKEN);
        Map<String, String> keys = new TreeMap<>(Map.of(
                "capaian.db.url", database.url(),
                "capaian.base-url", settings.baseUrl(),
                "capaian.keycloak.url", keycloak,
                "capaian.keycloak.realm", "capaian",
                "capaian.keycloak.client-id", "capaian-web",
                "capaian.keycloak.audience", "capaian-api",
                "capaian.files.dir", Files.createDirectories(state.resolve("files")).toString(),
                "capaian.node.id", "local"));
        // No balancer has to notice that the one node of this machine goes.
        keys.put("capaian.drain.notice-seconds", "0");
        keys.putAll(settings.serverKeys());
        return PayaraProcess.start(new PayaraOptions(state, PayaraProcess.SERVER, artifacts.payara(),
                artifacts.driver(), artifacts.war(), settings.serverPort(),
                secrets.dir().resolve(SecretNames.SERVER), keys, settings.pools(),
                List.of("-Xmx" + settings.serverHeap(), "-XX:+UseSerialGC")));
    }

    /** Stops what runs, in the order in which nobody misses anybody; gives the names of what ran. */
    List<String> stop() {
        return List.of(
                PayaraProcess.stop(state, PayaraProcess.SERVER) ? "server" : "",
                KeycloakProcess.stop(state) ? "Keycloak" : "",
                EmbeddedPostgres.stop(postgresOptions()) ? "PostgreSQL" : "")
                .stream().filter(name -> !name.isEmpty()).toList();
    }
}

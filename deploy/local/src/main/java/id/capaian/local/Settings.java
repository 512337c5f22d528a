package id.capaian.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What may be chosen: an environment variable, else a line of {@code deploy/local/local.properties}, else a default.
 * Names and defaults: {@code deploy/local/README.md}.
 */
final class Settings {

    private static final String SERVER_KEYS = "capaian.";

    private final Path root;
    private final Map<String, String> values;

    Settings(Path root, Map<String, String> values) {
        this.root = root;
        this.values = Map.copyOf(values);
    }

    /** Reads the file, if there is one, and lets the environment win; {@code CAPAIAN_SETTINGS} names another file. */
    static Settings load(Path root, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        String named = environment.getOrDefault("CAPAIAN_SETTINGS", "");
        Path file = root.resolve(named.isBlank() ? "deploy/local/local.properties" : named);
        if (!named.isBlank() && !Files.exists(file)) {
            throw new LocalException("CAPAIAN_SETTINGS names " + file + ", which is missing: correct it or unset it.");
        }
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name).strip()));
        }
        environment.forEach((name, value) -> {
            if (name.startsWith("CAPAIAN_") && !value.isBlank()) {
                values.put(name, value);
            }
        });
        return new Settings(root, values);
    }

    Path root() {
        return root;
    }

    /** Where everything of a running system lies. */
    Path state() {
        return root.resolve(text("CAPAIAN_STATE_DIR", ".capaian")).toAbsolutePath().normalize();
    }

    /** Where the keys that sign packs lie: outside the project, for whoever has them may put code into the server. */
    Path keys() {
        String home = Optional.ofNullable(System.getenv("XDG_DATA_HOME")).filter(dir -> !dir.isBlank())
                .orElse(System.getProperty("user.home") + "/.local/share");
        return Path.of(text("CAPAIAN_KEYS_DIR", home + "/capaian/keys")).toAbsolutePath();
    }

    int postgresPort() {
        return number("CAPAIAN_PG_PORT", 15432);
    }

    int keycloakPort() {
        return number("CAPAIAN_KEYCLOAK_PORT", 18180);
    }

    int keycloakManagementPort() {
        return number("CAPAIAN_KEYCLOAK_MANAGEMENT_PORT", 18190);
    }

    int serverPort() {
        return number("CAPAIAN_PORT", 18080);
    }

    int mailPort() {
        return number("CAPAIAN_MAIL_PORT", 18025);
    }

    String baseUrl() {
        return text("CAPAIAN_BASE_URL", "http://localhost:" + serverPort());
    }

    /** JDBC address of the product's database on a PostgreSQL of your own. */
    Optional<String> externalDatabase() {
        return Optional.ofNullable(values.get("CAPAIAN_PG_URL"));
    }

    /** Address of a Keycloak of your own, with the realm in it. */
    Optional<String> externalKeycloak() {
        return Optional.ofNullable(values.get("CAPAIAN_KEYCLOAK_URL")).map(url -> url.replaceFirst("/+$", ""));
    }

    /** JDBC address of Keycloak's database, when it does not lie beside the product's. */
    Optional<String> keycloakDatabase() {
        return Optional.ofNullable(values.get("CAPAIAN_KEYCLOAK_DB_URL"));
    }

    int tokenSeconds() {
        return number("CAPAIAN_TOKEN_SECONDS", 300);
    }

    String demoPassword() {
        return text("CAPAIAN_DEMO_PASSWORD", "Capaian-Demo-2026");
    }

    boolean countsStatements() {
        return Boolean.parseBoolean(text("CAPAIAN_PG_STATEMENTS", "false"));
    }

    int maxConnections() {
        return number("CAPAIAN_PG_CONNECTIONS", 120);
    }

    String serverHeap() {
        return text("CAPAIAN_SERVER_HEAP", "768m");
    }

    PoolSizes pools() {
        PoolSizes small = PoolSizes.SMALL;
        return new PoolSizes(number("CAPAIAN_POOLS", small.tenantPools()),
                number("CAPAIAN_POOL_TENANT", small.tenant()), number("CAPAIAN_POOL_JOBS", small.jobs()),
                number("CAPAIAN_POOL_SYSTEM", small.system()), number("CAPAIAN_POOL_SCHEDULER", small.scheduler()));
    }

    /** Lines of the file that are the server's own configuration keys, handed on as they are. */
    Map<String, String> serverKeys() {
        Map<String, String> keys = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(SERVER_KEYS)) {
                keys.put(name, value);
            }
        });
        return keys;
    }

    /** @throws LocalException when it is not set */
    String required(String name, String why) {
        String value = values.get(name);
        if (value == null) {
            throw new LocalException(name + " is not set; " + why + ".");
        }
        return value;
    }

    private String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    private int number(String name, int otherwise) {
        String value = values.get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new LocalException(name + " must be a whole number, not " + value + ".", e);
        }
    }
}

package id.capaian.admin;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the program needs to know; from the environment on the command line.
 *
 * @param databaseUrl JDBC address of the product's database
 * @param ownerPassword password of login {@code p_owner}
 * @param appPassword password of login {@code p_app}, or null: then {@code doctor} proves the walls with roles taken
 *     by {@code p_owner} and from the catalogue
 * @param keycloak how to reach Keycloak, or null when it is not configured: its steps are then skipped and said so
 * @param configDir folder {@code tenants-config}, or null when no command of this run reads it
 * @param filesDir the server's file store, or null when it is not known
 * @param exportsDir where exports that are ordered on a page go, or null when none can be
 * @param idpSecrets folder with the secrets of governments' own identity providers, a file a tenant code, or null when
 *     none has one
 */
public record AdminConfig(String databaseUrl, String ownerPassword, String appPassword, Keycloak keycloak,
                          Path configDir, Path filesDir, Path exportsDir, Path idpSecrets) {

    /**
     * Keycloak's admin door.
     *
     * @param url base address without {@code /realms}
     * @param realm realm of the product
     * @param secret secret of the client {@code capaian-admin}
     */
    public record Keycloak(URI url, String realm, String secret) {

        /** Never shows the secret. */
        @Override
        public String toString() {
            return "Keycloak[" + url + ", " + realm + "]";
        }
    }

    /** A configuration without files, exports and governments with identity providers of their own. */
    public AdminConfig(String databaseUrl, String ownerPassword, String appPassword, Keycloak keycloak,
                       Path configDir) {
        this(databaseUrl, ownerPassword, appPassword, keycloak, configDir, null, null, null);
    }

    /** A configuration without Keycloak and tenant files, as slice tests want it. */
    public static AdminConfig database(String url, String ownerPassword, String appPassword) {
        return new AdminConfig(url, ownerPassword, appPassword, null, null);
    }

    /**
     * Reads {@code CAPAIAN_DB_URL}, {@code CAPAIAN_DB_OWNER_PASSWORD}, {@code CAPAIAN_DB_APP_PASSWORD} (optional),
     * {@code CAPAIAN_KEYCLOAK_URL} (optional), {@code CAPAIAN_KEYCLOAK_REALM} (default {@code capaian}), {@code
     * CAPAIAN_KEYCLOAK_ADMIN_SECRET}, {@code CAPAIAN_CONFIG_DIR} (default {@code tenants-config}), {@code
     * CAPAIAN_FILES_DIR}, {@code CAPAIAN_EXPORTS_DIR} and {@code CAPAIAN_IDP_SECRETS_DIR} (optional).
     *
     * @throws AdminException when a required one is missing
     */
    public static AdminConfig from(Map<String, String> environment) {
        String url = optional(environment, "CAPAIAN_KEYCLOAK_URL");
        Keycloak keycloak = url == null ? null : new Keycloak(URI.create(url),
                environment.getOrDefault("CAPAIAN_KEYCLOAK_REALM", "capaian"),
                required(environment, "CAPAIAN_KEYCLOAK_ADMIN_SECRET"));
        return new AdminConfig(required(environment, "CAPAIAN_DB_URL"),
                required(environment, "CAPAIAN_DB_OWNER_PASSWORD"), optional(environment, "CAPAIAN_DB_APP_PASSWORD"),
                keycloak, Path.of(environment.getOrDefault("CAPAIAN_CONFIG_DIR", "tenants-config")),
                path(environment, "CAPAIAN_FILES_DIR"), path(environment, "CAPAIAN_EXPORTS_DIR"),
                path(environment, "CAPAIAN_IDP_SECRETS_DIR"));
    }

    private static Path path(Map<String, String> environment, String name) {
        String value = optional(environment, name);
        return value == null ? null : Path.of(value);
    }

    private static String optional(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static String required(Map<String, String> environment, String name) {
        String value = optional(environment, name);
        if (value == null) {
            throw new AdminException("Environment variable " + name + " is not set: see platform/docs/operations.md.");
        }
        return value;
    }

    /** Never shows a password. */
    @Override
    public String toString() {
        return "AdminConfig[" + databaseUrl + ", " + keycloak + ", " + configDir + "]";
    }
}

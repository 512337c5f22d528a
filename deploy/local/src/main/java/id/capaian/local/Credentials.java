package id.capaian.local;

import java.nio.file.Path;

/**
 * Passwords and secrets of one system: generated ones for what is our own, those of the settings for what is somebody
 * else's. These never go where the generated ones lie, so that a try with external services destroys nothing.
 */
final class Credentials {

    private static final String POSTGRES_IS_EXTERNAL =
            "an external PostgreSQL needs the passwords its administrator gave (CAPAIAN_PG_URL is set)";
    private static final String KEYCLOAK_IS_EXTERNAL =
            "an external Keycloak needs the secrets of its clients (CAPAIAN_KEYCLOAK_URL is set)";

    private final Settings settings;
    private final Secrets own;

    Credentials(Settings settings) {
        this.settings = settings;
        this.own = new Secrets(settings.state().resolve("secrets"));
    }

    /** Password of a database login of the product. */
    String password(String login) {
        if (settings.externalDatabase().isEmpty()) {
            return own.get(SecretNames.password(login));
        }
        return settings.required(switch (login) {
            case "p_app" -> "CAPAIAN_DB_PASSWORD";
            case "p_jobs" -> "CAPAIAN_DB_JOBS_PASSWORD";
            case "p_owner" -> "CAPAIAN_DB_OWNER_PASSWORD";
            default -> throw new IllegalArgumentException("no such login: " + login);
        }, POSTGRES_IS_EXTERNAL);
    }

    /** Password of Keycloak's own database login; for a Keycloak of ours. */
    String keycloakDatabasePassword() {
        boolean elsewhere = settings.externalDatabase().isPresent() || settings.keycloakDatabase().isPresent();
        return elsewhere ? settings.required("CAPAIAN_KEYCLOAK_DB_PASSWORD",
                "Keycloak's database on an external PostgreSQL needs the password its administrator gave")
                : own.get(SecretNames.password("keycloak"));
    }

    /** Secret of the client capaian-web. */
    String webClient() {
        return settings.externalKeycloak().isEmpty() ? own.get(SecretNames.WEB_CLIENT)
                : settings.required("CAPAIAN_KEYCLOAK_CLIENT_SECRET", KEYCLOAK_IS_EXTERNAL);
    }

    /** Secret of the client capaian-admin. */
    String adminClient() {
        return settings.externalKeycloak().isEmpty() ? own.get(SecretNames.ADMIN_CLIENT)
                : settings.required("CAPAIAN_KEYCLOAK_ADMIN_SECRET", KEYCLOAK_IS_EXTERNAL);
    }

    /** The folder the server reads its secrets from. To be asked for when everything external has been tried. */
    Path serverFolder() {
        String cookieKey = own.key(SecretNames.COOKIE_KEY);
        String metricsToken = own.get(SecretNames.METRICS_TOKEN);
        if (settings.externalDatabase().isEmpty() && settings.externalKeycloak().isEmpty()) {
            return own.dir().resolve(SecretNames.SERVER);
        }
        Secrets handed = new Secrets(settings.state().resolve("secrets-external"));
        handed.put(SecretNames.password("p_app"), password("p_app"));
        handed.put(SecretNames.password("p_jobs"), password("p_jobs"));
        handed.put(SecretNames.WEB_CLIENT, webClient());
        handed.put(SecretNames.COOKIE_KEY, cookieKey);
        handed.put(SecretNames.METRICS_TOKEN, metricsToken);
        return handed.dir().resolve(SecretNames.SERVER);
    }
}

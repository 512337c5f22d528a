package id.capaian.local;

/**
 * Names of the secret files. Those in {@code server/} are the server's configuration keys, and the only ones it can
 * read: it never holds the password of the owner.
 */
final class SecretNames {

    /** Folder of what the server reads, with the slash. */
    static final String SERVER = "server/";
    /** Secret of the client capaian-web. */
    static final String WEB_CLIENT = SERVER + "capaian.keycloak.client-secret";
    /** Key of the sealed cookie. */
    static final String COOKIE_KEY = SERVER + "capaian.cookie.key";
    /** What a scraper of the server's metrics brings. */
    static final String METRICS_TOKEN = SERVER + "capaian.metrics.token";
    /** Secret of the client capaian-admin, for the admin module. */
    static final String ADMIN_CLIENT = "keycloak.admin-client";
    /** Secret of the service account that made the realm, in Keycloak's own realm. */
    static final String KEYCLOAK_BOOTSTRAP = "keycloak.bootstrap";

    private SecretNames() {
    }

    /** File with the password of a database login. */
    static String password(String login) {
        return switch (login) {
            case "p_app" -> SERVER + "capaian.db.password";
            case "p_jobs" -> SERVER + "capaian.db.jobs.password";
            case "p_owner" -> "db.owner.password";
            case "keycloak" -> "db.keycloak.password";
            case "postgres" -> "db.superuser.password";
            default -> throw new IllegalArgumentException("no such login: " + login);
        };
    }
}

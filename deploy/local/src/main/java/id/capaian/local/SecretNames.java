package id.capaian.local;

/** Names of the secret files; those the server reads are its configuration keys. */
final class SecretNames {

    private SecretNames() {
    }

    /** File with the password of a database login. */
    static String password(String login) {
        return switch (login) {
            case "p_app" -> "capaian.db.password";
            case "p_jobs" -> "capaian.db.jobs.password";
            case "p_owner" -> "db.owner.password";
            case "keycloak" -> "db.keycloak.password";
            case "postgres" -> "db.superuser.password";
            default -> throw new IllegalArgumentException("no such login: " + login);
        };
    }
}

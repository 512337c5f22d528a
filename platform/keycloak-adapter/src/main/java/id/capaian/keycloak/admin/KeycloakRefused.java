package id.capaian.keycloak.admin;

/** Keycloak understood the request and said no (4xx): repeating it unchanged will not help. */
public final class KeycloakRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;

    /**
     * @param action what was tried, without secrets
     * @param status HTTP status, 400-499
     * @param reason Keycloak's own message, empty when it gave none
     */
    public KeycloakRefused(String action, int status, String reason) {
        super(action + ": Keycloak answered " + status + (reason.isEmpty() ? "" : " (" + reason + ")"));
        this.status = status;
        this.reason = reason;
    }

    /** HTTP status, 400-499. */
    public int status() {
        return status;
    }

    /** Keycloak's own message; empty when it gave none. */
    public String reason() {
        return reason;
    }
}

package id.capaian.keycloak.admin;

/** Keycloak could not be reached, did not answer in time, or answered 5xx: nothing is known, try again later. */
public final class KeycloakUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried, without secrets
     * @param cause   the I/O failure, or null when Keycloak answered 5xx
     */
    public KeycloakUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

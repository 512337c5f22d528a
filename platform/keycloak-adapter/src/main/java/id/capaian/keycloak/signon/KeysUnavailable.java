package id.capaian.keycloak.signon;

/** Keycloak's keys cannot be had, so nothing is known about a token: neither good nor bad. */
final class KeysUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    KeysUnavailable(Throwable cause) {
        super("Keycloak's keys cannot be read", cause, false, false);
    }
}

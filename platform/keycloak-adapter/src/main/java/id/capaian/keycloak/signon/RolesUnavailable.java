package id.capaian.keycloak.signon;

/** The roles of somebody who is rightly signed in cannot be read now: 503, nobody loses a session. */
final class RolesUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RolesUnavailable(RuntimeException cause) {
        super("roles cannot be read", cause);
    }
}

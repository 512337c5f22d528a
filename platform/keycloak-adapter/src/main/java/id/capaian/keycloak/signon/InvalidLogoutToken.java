package id.capaian.keycloak.signon;

/** A back-channel logout call that does not come from Keycloak, or cannot be checked now: answer 400. */
public final class InvalidLogoutToken extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidLogoutToken(String reason) {
        super(reason, null, false, false);
    }
}

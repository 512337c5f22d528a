package id.capaian.keycloak.signon;

/** A token that is not good, with a reason for the log; no stack trace, because anybody can send rubbish. */
final class InvalidToken extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidToken(String reason) {
        super(reason, null, false, false);
    }
}

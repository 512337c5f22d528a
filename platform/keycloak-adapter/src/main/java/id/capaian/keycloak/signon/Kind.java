package id.capaian.keycloak.signon;

/** How a caller came in. */
public enum Kind {
    /** With the sealed cookie, from a browser: writes need a {@link FormTokens form token}. */
    PERSON,
    /** With a bearer token: nothing a browser sends by itself, so no form token. */
    MACHINE
}

package id.capaian.keycloak.signon;

/**
 * A sign-out. Our cookie is gone from this browser, and Keycloak's session normally too.
 *
 * @param redirection      where to go, with the header that removes the cookie
 * @param sessionId        Keycloak's session id, to be written to {@code registry.ended_session} so that a copy of the
 *                         cookie is worthless too; null when nobody was signed in
 * @param subject          the account; null when nobody was signed in
 * @param endedAtKeycloak  false when Keycloak could not be reached: on this browser the next sign-in may still be
 *                         silent, so say so
 */
public record SignOut(Redirection redirection, String sessionId, String subject, boolean endedAtKeycloak) {
}

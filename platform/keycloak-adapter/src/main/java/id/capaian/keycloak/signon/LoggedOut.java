package id.capaian.keycloak.signon;

/**
 * Whom a back-channel logout is about.
 *
 * @param sessionId Keycloak's session that ended; null when all of the subject's sessions did
 * @param subject   the account; null when only the session is named
 */
public record LoggedOut(String sessionId, String subject) {
}

package id.capaian.keycloak.admin;

/**
 * An account as Keycloak knows it.
 *
 * @param id       Keycloak's id, which is the {@code sub} of its tokens: the subject
 * @param username NIP or NI PPPK; personal data, never to be logged
 * @param enabled  false when it may not sign in
 */
public record Account(String id, String username, boolean enabled) {
}

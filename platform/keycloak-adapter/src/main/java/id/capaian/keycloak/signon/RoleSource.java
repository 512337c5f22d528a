package id.capaian.keycloak.signon;

/**
 * Where roles inside a tenant come from: the tenant's own schema. Implemented by the server as a CDI bean; called at
 * sign-in, at every refresh, and at most once a minute for a bearer token, so it may use the database.
 */
public interface RoleSource {

    /**
     * Reads anew what the account is in the tenant; nothing may be cached below.
     *
     * @param tenant  code of an active tenant of which Keycloak says the account is a member
     * @param subject the account
     * @return its standing; without roles when the tenant does not know the account
     * @throws RuntimeException when it cannot be read; the caller then gets 503, nobody loses a session
     */
    Standing standingOf(String tenant, String subject);
}

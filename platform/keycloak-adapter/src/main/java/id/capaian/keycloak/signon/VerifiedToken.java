package id.capaian.keycloak.signon;

import java.util.Set;

/**
 * What an access token says, after all its checks.
 *
 * @param subject     Keycloak's subject
 * @param displayName name of the person, or of the client when there is none
 * @param client      client it was issued to ({@code azp})
 * @param sessionId   Keycloak's session id; null for tokens without a session
 * @param tenants     aliases of the organizations it names; good for a tenant only when there is exactly one
 * @param realmRoles  realm roles; they count in the national and the operator's area alone
 * @param issuedAt    milliseconds since 1970
 * @param expiresAt   milliseconds since 1970
 */
record VerifiedToken(String subject, String displayName, String client, String sessionId, Set<String> tenants,
                     Set<String> realmRoles, long issuedAt, long expiresAt) {

    /** True when Keycloak says that its bearer belongs to the area. */
    boolean belongsTo(Area area) {
        if (area.kind() == Area.Kind.TENANT) {
            return tenants.size() == 1 && tenants.contains(area.tenant());
        }
        // A token that was asked for a tenant is not good for more than that tenant.
        return tenants.isEmpty() && realmRoles.contains(area.realmRole());
    }
}

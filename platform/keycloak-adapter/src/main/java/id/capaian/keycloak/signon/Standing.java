package id.capaian.keycloak.signon;

import java.util.Set;
import java.util.UUID;

/**
 * What an account is inside a tenant.
 *
 * @param employeeId the employee the account is linked to; null when it is linked to none
 * @param roles      roles in the tenant, as {@code @RolesAllowed} writes them; empty when nobody has given it one
 */
public record Standing(UUID employeeId, Set<String> roles) {

    /** Takes a copy of the roles. */
    public Standing {
        roles = Set.copyOf(roles);
    }
}

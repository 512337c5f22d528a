package id.capaian.keycloak.admin;

import java.util.List;
import java.util.Map;

/**
 * A Keycloak organization, which for us is a tenant.
 *
 * @param id         Keycloak's id
 * @param alias      tenant code; Keycloak never lets it change
 * @param name       name shown on the sign-in page, unique in the realm
 * @param enabled    false when the tenant is suspended: its people can neither sign in nor refresh
 * @param attributes free attributes; never null
 */
public record Organization(String id, String alias, String name, boolean enabled,
                           Map<String, List<String>> attributes) {

    /** Takes a copy of the attributes. */
    public Organization {
        attributes = Map.copyOf(attributes);
    }
}

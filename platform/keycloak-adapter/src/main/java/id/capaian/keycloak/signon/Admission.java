package id.capaian.keycloak.signon;

import java.util.Optional;
import java.util.Set;

/** Decides whether Keycloak's word opens an area, and what the account is in there. The one place roles come in. */
final class Admission {

    private final RoleSource roles;

    Admission(RoleSource roles) {
        this.roles = roles;
    }

    /**
     * What the token's bearer is in the area, read anew.
     *
     * @return empty when the token does not open the area
     * @throws RolesUnavailable when the tenant's roles cannot be read
     */
    Optional<Standing> standing(Area area, VerifiedToken token) {
        if (!token.belongsTo(area)) {
            return Optional.empty();
        }
        if (area.tenant() == null) {
            return Optional.of(new Standing(null, Set.of(Area.roleName(area.realmRole()))));
        }
        try {
            return Optional.of(roles.standingOf(area.tenant(), token.subject()));
        } catch (RuntimeException e) {
            throw new RolesUnavailable(e);
        }
    }
}

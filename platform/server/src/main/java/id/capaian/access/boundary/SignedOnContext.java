package id.capaian.access.boundary;

import id.capaian.keycloak.signon.SignedOn;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * What the REST layer knows of the caller. Payara checks {@code @RolesAllowed} too, ahead of our {@link Gate}, and asks
 * here; without this it would look for a mapping of groups to roles that nobody wants to keep.
 */
record SignedOnContext(SignedOn who, boolean isSecure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return who;
    }

    @Override
    public boolean isUserInRole(String role) {
        return who.roles().contains(role);
    }

    @Override
    public String getAuthenticationScheme() {
        return "CAPAIAN";
    }
}

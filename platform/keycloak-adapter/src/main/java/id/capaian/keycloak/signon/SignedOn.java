package id.capaian.keycloak.signon;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who calls, as sign-on established it; the request's user principal, and the one who answers {@code isUserInRole}, so
 * {@code @RolesAllowed} works.
 *
 * @param subject     Keycloak's subject; the only name of a person that may be logged
 * @param displayName name to be shown; never null
 * @param area        the area the caller was admitted to, which is the one the path addresses
 * @param employeeId  the employee behind the account in the tenant's schema; null when it belongs to none, and
 *                    always in the national and the operator's area
 * @param roles       roles in that area
 * @param sessionId   Keycloak's session id; null when the token has none
 * @param kind        by cookie or by bearer token
 */
public record SignedOn(String subject, String displayName, Area area, UUID employeeId, Set<String> roles,
                       String sessionId, Kind kind) implements Principal {

    private static final String ATTRIBUTE = SignedOn.class.getName();

    /** Checks what must be there. */
    public SignedOn {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(kind, "kind");
        roles = Set.copyOf(roles);
    }

    /** The caller of this request; empty on public and unprotected addresses. */
    public static Optional<SignedOn> of(HttpServletRequest request) {
        return Optional.ofNullable((SignedOn) request.getAttribute(ATTRIBUTE));
    }

    void putInto(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The subject. */
    @Override
    public String getName() {
        return subject;
    }

    /** The tenant's code; null in the national and the operator's area. */
    public String tenant() {
        return area.tenant();
    }

    /** Subject and area only: what a log may hold. */
    @Override
    public String toString() {
        return subject + "@" + area.code();
    }
}

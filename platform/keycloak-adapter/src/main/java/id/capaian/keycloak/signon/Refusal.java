package id.capaian.keycloak.signon;

/**
 * A request that sign-on does not let through, for the page or the problem document that says so.
 *
 * @param status HTTP status, 400-599
 * @param reason why
 * @param area   the area addressed; null when the path names none
 */
public record Refusal(int status, Reason reason, Area area) {

    /** Why. */
    public enum Reason {
        /** Nobody is signed in, and this is no page one could sign in from (401). */
        NOT_SIGNED_ON,
        /** Somebody is signed in, but not to this area (403). */
        OTHER_AREA,
        /** New sign-ins wait until Keycloak is back; who is signed in goes on (503). */
        KEYCLOAK_AWAY,
        /** The tenant's roles cannot be read now (503). */
        ROLES_AWAY,
        /** The path can be read in more than one way (400). */
        MALFORMED
    }
}

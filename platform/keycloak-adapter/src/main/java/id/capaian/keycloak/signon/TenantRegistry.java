package id.capaian.keycloak.signon;

/**
 * Which tenants can be signed in to. Implemented by the server over {@code registry.tenant}; asked on every request of
 * a tenant's area, so it must answer from memory.
 */
public interface TenantRegistry {

    /**
     * True when the tenant exists and is active. For others sign-on does nothing at all: the server's own filter says
     * why (404, 403 or 503), and no stranger is sent to Keycloak with a made-up organization.
     */
    boolean isActive(String tenant);
}

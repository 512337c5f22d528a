package id.capaian.access.boundary;

import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.keycloak.signon.EndedSessions;
import id.capaian.keycloak.signon.TenantRegistry;
import id.capaian.registry.Registry;
import id.capaian.registry.TenantView;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Answers sign-on's questions about tenants and ended sessions from the registry's snapshot. */
@ApplicationScoped
public class SignOnRegistry implements TenantRegistry, EndedSessions {

    private final Registry registry;
    private final Tenants tenants;
    private final id.capaian.registry.EndedSessions ended;

    SignOnRegistry() {
        this(null, null, null);
    }

    @Inject
    SignOnRegistry(Registry registry, Tenants tenants, id.capaian.registry.EndedSessions ended) {
        this.registry = registry;
        this.tenants = tenants;
        this.ended = ended;
    }

    /** False also in a node's first moments: the tenant filter then says that it is too early. */
    @Override
    public boolean isActive(String tenant) {
        return registry.isKnown() && tenants.find(new TenantCode(tenant)).filter(TenantView::isActive).isPresent();
    }

    @Override
    public boolean isEnded(String sessionId, String subject, Instant since) {
        return registry.isKnown() && ended.isEnded(sessionId, subject, since);
    }
}

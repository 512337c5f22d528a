package id.capaian.access.boundary;

import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.keycloak.signon.Area;
import id.capaian.registry.Registry;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** In which line a request waits: its tenant's, or one that all share who name no tenant there is. */
@ApplicationScoped
class Lines {

    static final String COMMON = "-";
    private static final String API = "/api/";

    private final Registry registry;
    private final Tenants tenants;

    Lines() {
        this(null, null);
    }

    @Inject
    Lines(Registry registry, Tenants tenants) {
        this.registry = registry;
        this.tenants = tenants;
    }

    /** The line of an address; null for those that never wait, health and metrics. */
    String of(String path) {
        boolean api = path.startsWith(API);
        int from = api ? API.length() : 1;
        int slash = path.indexOf('/', from);
        String word = path.substring(Math.min(from, path.length()), slash < 0 ? path.length() : slash);
        if (!api && ("health".equals(word) || "metrics".equals(word))) {
            return null;
        }
        Optional<Area> area = api ? Area.ofApiWord(word) : Area.ofPageWord(word);
        return area.filter(this::isThere).map(Area::code).orElse(COMMON);
    }

    private boolean isThere(Area area) {
        return area.tenant() == null || registry.isKnown() && tenants.find(new TenantCode(area.tenant())).isPresent();
    }
}

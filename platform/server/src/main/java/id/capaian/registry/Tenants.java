package id.capaian.registry;

import id.capaian.kernel.tenancy.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tenants there are. At most about two seconds old; costs no database access. */
@ApplicationScoped
public class Tenants {

    private final Registry registry;

    Tenants() {
        this(null);
    }

    @Inject
    public Tenants(Registry registry) {
        this.registry = registry;
    }

    public Optional<TenantView> find(TenantCode code) {
        return Optional.ofNullable(registry.snapshot().tenants().get(code));
    }

    /** Tenants that are served now, by code. */
    public List<TenantView> active() {
        Collection<TenantView> all = registry.snapshot().tenants().values();
        return all.stream().filter(TenantView::isActive).sorted(Comparator.comparing(tenant -> tenant.code().value())).toList();
    }

    /**
     * The tenant's time zone.
     *
     * @throws IllegalArgumentException when there is no such tenant
     */
    public ZoneId zoneOf(TenantCode code) {
        return find(code).map(TenantView::timeZone)
                .orElseThrow(() -> new IllegalArgumentException("No tenant " + code));
    }
}

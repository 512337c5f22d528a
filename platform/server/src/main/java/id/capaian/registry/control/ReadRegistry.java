package id.capaian.registry.control;

import id.capaian.kernel.tenancy.SystemUseCase;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.registry.TenantView;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/** Reads what every request needs to know of the registry, as far as it is new. */
@SystemUseCase
public class ReadRegistry {

    private final RegistrySql registry;

    ReadRegistry() {
        this(null);
    }

    @Inject
    ReadRegistry(RegistrySql registry) {
        this.registry = registry;
    }

    /**
     * What is new.
     *
     * @param mark    changes whenever a tenant does
     * @param tenants all of them by code; null when none has changed
     * @param ended   when a session was ended, by session id
     */
    public record News(String mark, Map<TenantCode, TenantView> tenants, Map<String, Instant> ended) {
    }

    /**
     * Reads.
     *
     * @param mark       of the reading before; null to be given the tenants in any case
     * @param endedSince from when on sessions were ended
     */
    public News since(String mark, Instant endedSince) {
        String now = registry.tenantsMark();
        return new News(now, now.equals(mark) ? null : registry.tenants(), registry.endedSessions(endedSince));
    }
}

package id.capaian.registry.control;

import id.capaian.kernel.tenancy.SystemUseCase;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.registry.TenantView;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
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
     * What is new of the tenants.
     *
     * @param mark    changes whenever a tenant does
     * @param tenants all of them by code; null when none has changed
     * @param at      when this was read, by the clock of the database
     */
    public record News(String mark, Map<TenantCode, TenantView> tenants, Instant at) {
    }

    /**
     * Reads what is new of the tenants.
     *
     * @param mark of the reading before; null to be given them in any case
     */
    public News since(String mark) {
        String now = registry.tenantsMark();
        return new News(now, now.equals(mark) ? null : registry.tenants(), registry.clock());
    }

    /** Reads how many people each tenant has, by its code; without those of whom the database does not know. */
    public Map<String, Long> staff() {
        return registry.staff();
    }

    /** Reads ended sessions, {@link RegistrySql#PAGE} at most, in the order in which they were noted after another. */
    public List<EndedSession> ended(EndedSession after) {
        return registry.endedSessions(after);
    }
}

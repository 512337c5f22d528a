package id.capaian.registry;

import id.capaian.kernel.tenancy.TenantCode;
import java.time.Instant;
import java.util.Map;

/**
 * What the registry said at one moment.
 *
 * @param tenants       by code
 * @param endedSessions when a session was ended, by session id
 */
public record RegistrySnapshot(Map<TenantCode, TenantView> tenants, Map<String, Instant> endedSessions) {

    public RegistrySnapshot {
        tenants = Map.copyOf(tenants);
        endedSessions = Map.copyOf(endedSessions);
    }
}

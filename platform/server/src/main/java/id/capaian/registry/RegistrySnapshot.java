package id.capaian.registry;

import id.capaian.kernel.tenancy.TenantCode;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;

/**
 * What the registry said at one moment.
 *
 * @param tenants       by code
 * @param endedSessions when a session was ended, by session id; what is learnt later is seen here too, since copying
 *                      all of them for every new one would cost more than reading them
 */
public record RegistrySnapshot(Map<TenantCode, TenantView> tenants, Map<String, Instant> endedSessions) {

    public RegistrySnapshot {
        tenants = Map.copyOf(tenants);
        endedSessions = Collections.unmodifiableMap(endedSessions);
    }
}

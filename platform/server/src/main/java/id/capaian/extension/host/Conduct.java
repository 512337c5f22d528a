package id.capaian.extension.host;

import id.capaian.kernel.tenancy.TenantCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the code of one jar behaves on this node, however often it is loaded. What fails for a tenant is off for that
 * tenant; what hangs has taken a thread from everybody and is off for all.
 */
final class Conduct {

    private final Turns turns = new Turns();
    private final Map<TenantCode, Breaker> breakers = new ConcurrentHashMap<>();

    /** The breaker of a tenant's calls. */
    Breaker of(TenantCode tenant) {
        return breakers.computeIfAbsent(tenant, first -> new Breaker(turns));
    }

    /** A breaker of the host's own calls, while it loads the jar: each attempt begins anew. */
    Breaker ofLoading() {
        return new Breaker(turns);
    }

    /** Whether a calculation does not end. */
    boolean isHung() {
        return turns.isHung();
    }
}

package id.capaian.registry.control;

import id.capaian.registry.entity.OrderKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was wanted of a tenant and what became of it; nothing of the person who was to be its first admin.
 *
 * @param tenant    code of the tenant
 * @param state     WAITING, RUNNING, DONE or FAILED
 * @param startedAt null while it waits
 * @param endedAt   null until it is done or has failed
 * @param failure   of FAILED: what happened; else null
 * @param remedy    of FAILED: what to do; else null
 * @param outcome   of DONE: what came of it, e.g. the name of an export; may be null
 * @param steps     in their order; empty until somebody has begun
 */
public record TenantOrder(UUID orderId, String tenant, OrderKind kind, String state, Instant orderedAt,
        Instant startedAt, Instant endedAt, String failure, String remedy, String outcome, List<OrderStep> steps) {

    public TenantOrder {
        steps = List.copyOf(steps);
    }

    /** Whether it is still to be done, so that nothing else can be wanted of the tenant. */
    public boolean underWay() {
        return state.equals("WAITING") || state.equals("RUNNING");
    }

    public boolean failed() {
        return state.equals("FAILED");
    }

    TenantOrder withSteps(List<OrderStep> all) {
        return new TenantOrder(orderId, tenant, kind, state, orderedAt, startedAt, endedAt, failure, remedy, outcome,
                all);
    }
}

package id.capaian.registry.control;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.SystemUseCase;
import id.capaian.registry.entity.Standing;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Reads what operators want of tenants, and how far it is. */
@SystemUseCase
public class ReadOrders {

    private static final int MOST = 100;

    private final OrdersSql orders;

    ReadOrders() {
        this(null);
    }

    @Inject
    ReadOrders(OrdersSql orders) {
        this.orders = orders;
    }

    /**
     * A hundred of a tenant, or of all when it is null; the newest first, without steps.
     *
     * @param after the last one of the hundred before; null for the first hundred
     */
    public List<TenantOrder> newest(String tenant, UUID after) {
        return orders.newest(tenant, after, MOST);
    }

    /** Those that wait, run or have failed, unless a later one of the tenant overcame it; without steps. */
    public List<TenantOrder> unsettled() {
        return orders.unsettled(MOST);
    }

    /**
     * One order with its steps.
     *
     * @throws ProblemException NOT_FOUND
     */
    public TenantOrder one(UUID orderId) {
        return orders.find(orderId).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    /**
     * A tenant with all that was wanted of it.
     *
     * @throws ProblemException NOT_FOUND when nothing was ever wanted of it and there is none
     */
    public TenantCase of(String tenant) {
        List<TenantOrder> all = orders.newest(tenant, null, MOST);
        Standing standing = orders.standing(tenant);
        if (all.isEmpty() && standing == Standing.NONE) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        TenantOrder last = all.isEmpty() ? null : orders.find(all.get(0).orderId()).orElseThrow();
        return new TenantCase(tenant, orders.name(tenant), standing, last, all.stream().skip(1).toList());
    }
}

package id.capaian.registry.control;

import id.capaian.registry.entity.OrderKind;
import id.capaian.registry.entity.Standing;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tenant as its operator sees it.
 *
 * @param name    of the government; the code when it is not known any more
 * @param last    the newest order with its steps; null when nothing was wanted of it here
 * @param earlier those before, the newest first, without steps
 */
public record TenantCase(String code, String name, Standing standing, TenantOrder last, List<TenantOrder> earlier) {

    public TenantCase {
        earlier = List.copyOf(earlier);
    }

    /** What can be wanted of it now; nothing while an order is under way. */
    public List<OrderKind> offered() {
        if (last != null && last.underWay()) {
            return List.of();
        }
        return Stream.of(OrderKind.values()).filter(kind -> kind != OrderKind.OPEN && kind.refusal(standing) == null)
                .toList();
    }
}

package id.capaian.registry.boundary;

import id.capaian.registry.NodePackView;
import id.capaian.registry.NodeView;
import id.capaian.registry.TenantView;
import id.capaian.registry.control.TenantOrder;
import java.util.List;

/**
 * The operator's page.
 *
 * @param orders those that are under way or have failed
 */
public record OperatorView(List<TenantView> tenants, List<TenantOrder> orders, List<NodeView> nodes,
        List<NodePackView> packs) {
}

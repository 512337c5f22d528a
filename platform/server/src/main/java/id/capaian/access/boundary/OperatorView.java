package id.capaian.access.boundary;

import id.capaian.registry.NodePackView;
import id.capaian.registry.NodeView;
import id.capaian.registry.TenantView;
import java.util.List;

/** The operator's page. */
public record OperatorView(List<TenantView> tenants, List<NodeView> nodes, List<NodePackView> packs) {
}

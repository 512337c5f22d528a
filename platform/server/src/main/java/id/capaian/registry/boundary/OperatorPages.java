package id.capaian.registry.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Pages;
import id.capaian.registry.Nodes;
import id.capaian.registry.Registry;
import id.capaian.registry.control.ReadOrders;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;

/**
 * The operator's first page: governments, what is under way, servers and packs. No person's data is here. Pages below
 * it belong to classes of their own, so that this one takes no address of sign-in's.
 */
@Path("/operator")
@ApplicationScoped
public class OperatorPages {

    private final Registry registry;
    private final ReadOrders readOrders;
    private final Nodes nodes;
    private final Pages pages;

    OperatorPages() {
        this(null, null, null, null);
    }

    @Inject
    OperatorPages(Registry registry, ReadOrders readOrders, Nodes nodes, Pages pages) {
        this.registry = registry;
        this.readOrders = readOrders;
        this.nodes = nodes;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    public Response show() {
        var tenants = registry.snapshot().tenants().values().stream()
                .sorted(Comparator.comparing(tenant -> tenant.code().value())).toList();
        return pages.page("registry/operator",
                new OperatorView(tenants, readOrders.unsettled(), nodes.living(), nodes.packs()));
    }
}

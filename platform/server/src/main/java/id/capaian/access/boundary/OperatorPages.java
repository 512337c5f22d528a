package id.capaian.access.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Pages;
import id.capaian.registry.Nodes;
import id.capaian.registry.Registry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;

/** The operator's page: tenants, nodes and packs. No person's data is here. */
@Path("/operator")
@ApplicationScoped
public class OperatorPages {

    private final Registry registry;
    private final Nodes nodes;
    private final Pages pages;

    OperatorPages() {
        this(null, null, null);
    }

    @Inject
    OperatorPages(Registry registry, Nodes nodes, Pages pages) {
        this.registry = registry;
        this.nodes = nodes;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    public Response show() {
        var tenants = registry.snapshot().tenants().values().stream()
                .sorted(Comparator.comparing(tenant -> tenant.code().value())).toList();
        return pages.page("access/operator", new OperatorView(tenants, nodes.living(), nodes.packs()));
    }
}

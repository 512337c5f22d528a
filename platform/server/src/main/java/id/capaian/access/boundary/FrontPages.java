package id.capaian.access.boundary;

import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Pages;
import id.capaian.registry.Registry;
import id.capaian.registry.Tenants;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The front page: choose one's region. */
@Path("/")
@ApplicationScoped
public class FrontPages {

    static final String HALF = "sebagian";

    private final Registry registry;
    private final Tenants tenants;
    private final Pages pages;

    FrontPages() {
        this(null, null, null);
    }

    @Inject
    FrontPages(Registry registry, Tenants tenants, Pages pages) {
        this.registry = registry;
        this.tenants = tenants;
        this.pages = pages;
    }

    @GET
    @PermitAll
    public Response show(@QueryParam("keluar") String out) {
        List<Option> regions = !registry.isKnown() ? List.of() : tenants.active().stream()
                .map(tenant -> new Option("/" + tenant.code() + "/", tenant.name())).toList();
        return pages.page("access/front", new FrontView(regions, out != null, HALF.equals(out)));
    }
}

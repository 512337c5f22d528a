package id.capaian.kernel.page;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The living style guide: every component as it is now. */
@Path("/gaya")
@ApplicationScoped
public class StylePages {

    private final Pages pages;

    StylePages() {
        this(null);
    }

    @Inject
    StylePages(Pages pages) {
        this.pages = pages;
    }

    @GET
    @PermitAll
    public Response show() {
        return pages.page("kernel/style", null);
    }
}

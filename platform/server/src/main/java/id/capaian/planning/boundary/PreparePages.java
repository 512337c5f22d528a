package id.capaian.planning.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.control.MakePlansInBulk.BulkAnswer;
import id.capaian.planning.control.MakePlansInBulk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * Where the regional admin gives everybody a plan from the enabled pack's indicator sets. Repeating it changes nothing.
 */
@ApplicationScoped
@Path("/{tenant}/skp/siapkan")
@Produces(MediaType.TEXT_HTML)
public class PreparePages {

    private static final String TEMPLATE = "planning/prepare";

    private final MakePlansInBulk makePlans;
    private final Pages pages;

    PreparePages() {
        this(null, null);
    }

    @Inject
    PreparePages(MakePlansInBulk makePlans, Pages pages) {
        this.makePlans = makePlans;
        this.pages = pages;
    }

    /**
     * What the page shows.
     *
     * @param answer  what was done, null before
     * @param refusal why nothing could be done: no pack is enabled, or one is not ready on this node; null for neither
     * @param key     idempotency key of the page's form
     */
    public record PrepareView(BulkAnswer answer, Problem refusal, String key) {

        static PrepareView of(BulkAnswer answer, Problem refusal) {
            return new PrepareView(answer, refusal, UUID.randomUUID().toString());
        }
    }

    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response show() {
        return pages.page(TEMPLATE, PrepareView.of(null, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response make(@FormParam("signed") boolean signedOutside, @FormParam("key") String key) {
        try {
            return pages.page(TEMPLATE, PrepareView.of(makePlans.run(null, signedOutside, key), null));
        } catch (ProblemException e) {
            if (e.problem() == Problem.NO_PACK_ENABLED || e.problem() == Problem.PACK_NOT_READY) {
                return pages.again(TEMPLATE, PrepareView.of(null, e.problem()));
            }
            throw e;
        }
    }
}

package id.capaian.planning.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.control.MovePeriod;
import id.capaian.planning.control.MovePeriod.PeriodState;
import id.capaian.planning.entity.PeriodStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Where the regional admin opens and closes the assessment periods. */
@ApplicationScoped
@Path("/{tenant}/periode")
@Produces(MediaType.TEXT_HTML)
public class PeriodPages {

    private static final String TEMPLATE = "planning/periods";

    private final MovePeriod periods;
    private final Pages pages;

    PeriodPages() {
        this(null, null);
    }

    @Inject
    PeriodPages(MovePeriod periods, Pages pages) {
        this.periods = periods;
        this.pages = pages;
    }

    /**
     * What the page shows.
     *
     * @param problem why the last move was refused, null when it was not
     */
    public record PeriodsView(List<PeriodState> periods, String problem) {
    }

    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response show() {
        return pages.page(TEMPLATE, new PeriodsView(periods.all(), null));
    }

    @POST
    @Path("/{period}/status")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response move(@PathParam("period") UUID periodId, @FormParam("version") String version,
            @FormParam("status") PeriodStatus wanted) {
        try {
            periods.move(periodId, Versions.of(version), wanted);
            return pages.seeOther(pages.here("/periode"), "planning.periods.moved");
        } catch (ProblemException e) {
            String told = switch (e.problem()) {
                case EVALUATIONS_UNFINISHED -> pages.text("problem.evaluations-unfinished.detail-with",
                        e.arguments().toArray());
                case VERSION_STALE -> pages.text("planning.periods.stale");
                default -> throw e;
            };
            return pages.again(TEMPLATE, new PeriodsView(periods.all(), told));
        }
    }
}

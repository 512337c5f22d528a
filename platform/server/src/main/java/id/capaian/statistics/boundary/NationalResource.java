package id.capaian.statistics.boundary;

import id.capaian.kernel.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** National figures for machines: the same as the page. */
@Path("/api/national/summary")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class NationalResource {

    private final Summaries summaries;

    NationalResource() {
        this(null);
    }

    @Inject
    NationalResource(Summaries summaries) {
        this.summaries = summaries;
    }

    /**
     * As written when it was put together: writing it for every request would cost more than all the rest of one.
     *
     * @param period code of a period; null for the latest
     * @param area   code of a province; null for the nation
     */
    @GET
    @RolesAllowed(Roles.NATIONAL_ANALYST)
    @Operation(summary = "Figures of a period, small groups hidden: the nation and its provinces, or with area (two"
            + " digits, e.g. 63) that province and its governments; without a period, of the latest. May be five"
            + " seconds old")
    @APIResponseSchema(SummaryView.class)
    public Response summary(@QueryParam("period") String period, @QueryParam("area") String area) {
        return Response.ok(summaries.of(period, area).json()).build();
    }
}

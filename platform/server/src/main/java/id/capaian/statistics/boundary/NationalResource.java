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
import org.eclipse.microprofile.openapi.annotations.Operation;

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

    /** Without a period: the latest one. */
    @GET
    @RolesAllowed(Roles.NATIONAL_ANALYST)
    @Operation(summary = "National figures of a period, small groups hidden; without a period, of the latest")
    public SummaryView summary(@QueryParam("period") String period) {
        return summaries.of(period);
    }
}

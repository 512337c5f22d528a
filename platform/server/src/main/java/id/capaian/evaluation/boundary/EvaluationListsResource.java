package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.FindEvaluations;
import id.capaian.kernel.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lists that lead to evaluations of others. */
@ApplicationScoped
@Path("/api/{tenant}/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EvaluationListsResource {

    private final FindEvaluations findEvaluations;
    private final Spoken spoken;

    EvaluationListsResource() {
        this(null, null);
    }

    @Inject
    EvaluationListsResource(FindEvaluations findEvaluations, Spoken spoken) {
        this.findEvaluations = findEvaluations;
        this.spoken = spoken;
    }

    @GET
    @Path("/calibrating")
    @RolesAllowed(Roles.UNIT_HEAD)
    @Operation(summary = "Ratings that wait for calibration by the caller; without a period, of all periods")
    public CalibrationsView calibrating(@QueryParam("period") String period) {
        return findEvaluations.calibrating(period);
    }

    /** A POST, because an address that carries a name or a NIP ends in logs. */
    @POST
    @Path("/search")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Looks for evaluations by name or number, unit, stage and period")
    public FoundView search(@NotNull @Valid SearchInput input) {
        return spoken.speak(() -> findEvaluations.search(input));
    }
}

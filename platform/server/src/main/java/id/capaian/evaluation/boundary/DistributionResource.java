package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.Change;
import id.capaian.evaluation.control.ReadDistribution;
import id.capaian.kernel.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The distribution of predicates in a unit, for machines. */
@ApplicationScoped
@Path("/api/{tenant}/units/{unit}/distributions/{period}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DistributionResource {

    private final ReadDistribution readDistribution;
    private final Spoken spoken;

    DistributionResource() {
        this(null, null);
    }

    @Inject
    DistributionResource(ReadDistribution readDistribution, Spoken spoken) {
        this.readDistribution = readDistribution;
        this.spoken = spoken;
    }

    @GET
    @RolesAllowed({Roles.RATER, Roles.UNIT_HEAD, Roles.PERF_MANAGER, Roles.REGION_HR_ADMIN})
    @Operation(summary = "How the predicates of a unit spread, against the pattern of what it achieved")
    @APIResponseSchema(DistributionView.class)
    public Response read(@PathParam("unit") UUID unitId, @PathParam("period") String period) {
        return answer(() -> readDistribution.of(unitId, period));
    }

    @PUT
    @Path("/justification")
    @RolesAllowed({Roles.RATER, Roles.UNIT_HEAD})
    @Operation(summary = "Says why a unit departs from the pattern; results may be told then")
    @APIResponseSchema(DistributionView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response justify(@PathParam("unit") UUID unitId, @PathParam("period") String period,
            @NotNull @Valid TextInput reason, @Context HttpHeaders headers) {
        Change change = Headers.change(headers);
        return answer(() -> readDistribution.justify(unitId, period, change, reason));
    }

    private Response answer(Supplier<DistributionView> act) {
        DistributionView view = spoken.speak(act);
        return Response.ok(view).tag(Headers.tag(view.version())).build();
    }
}

package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.ExcludeEvaluation;
import id.capaian.kernel.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Whether an evaluation is taken out of its period. */
@ApplicationScoped
@Path("/api/{tenant}/evaluations/{evaluation}/exclusion")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ExclusionResource {

    private final ExcludeEvaluation excludeEvaluation;
    private final Spoken spoken;

    ExclusionResource() {
        this(null, null);
    }

    @Inject
    ExclusionResource(ExcludeEvaluation excludeEvaluation, Spoken spoken) {
        this.excludeEvaluation = excludeEvaluation;
        this.spoken = spoken;
    }

    @PUT
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Takes an evaluation out of its period, with a reason")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response exclude(@PathParam("evaluation") UUID id, @NotNull @Valid TextInput reason,
            @Context HttpHeaders headers) {
        return answer(() -> excludeEvaluation.exclude(id, Headers.change(headers), reason));
    }

    @DELETE
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Takes an evaluation back into its period, where it stood")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response reinstate(@PathParam("evaluation") UUID id, @Context HttpHeaders headers) {
        return answer(() -> excludeEvaluation.reinstate(id, Headers.change(headers)));
    }

    private Response answer(Supplier<EvaluationView> act) {
        EvaluationView view = spoken.speak(act);
        return Response.ok(view).tag(Headers.tag(view.version())).build();
    }
}

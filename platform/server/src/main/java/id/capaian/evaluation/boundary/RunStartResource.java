package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.StartRun;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Starting runs of a period, named by code or id. */
@ApplicationScoped
@Path("/api/{tenant}/periods/{period}/evaluation-runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RunStartResource {

    private final StartRun startRun;
    private final Caller caller;

    RunStartResource() {
        this(null, null);
    }

    @Inject
    RunStartResource(StartRun startRun, Caller caller) {
        this.startRun = startRun;
        this.caller = caller;
    }

    /** Starts a run; 202 with the address at which to follow it. */
    @POST
    @RolesAllowed({Roles.REGION_HR_ADMIN, Roles.UNIT_HEAD, Roles.RATER})
    @Operation(summary = "Starts an evaluation run, which suggests ratings")
    @APIResponseSchema(value = RunView.class, responseCode = "202")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response start(@PathParam("period") String period, @Valid RunInput input, @Context HttpHeaders headers) {
        RunView run = startRun.start(period, input == null ? new RunInput(null) : input, Headers.key(headers));
        return Response.status(Response.Status.ACCEPTED).entity(run)
                .location(URI.create("/api/" + caller.tenant() + "/evaluation-runs/" + run.runId())).build();
    }
}

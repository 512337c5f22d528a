package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.OpenEvaluations;
import id.capaian.kernel.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Opening the evaluations of a period, named by code or id. */
@ApplicationScoped
@Path("/api/{tenant}/periods/{period}/evaluations-opening")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OpeningResource {

    private final OpenEvaluations openEvaluations;

    OpeningResource() {
        this(null);
    }

    @Inject
    OpeningResource(OpenEvaluations openEvaluations) {
        this.openEvaluations = openEvaluations;
    }

    /** Makes an evaluation for every plan in force; repeatable. */
    @POST
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Makes an evaluation for every plan in force; may be repeated")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public OpeningView open(@PathParam("period") String period, @Context HttpHeaders headers) {
        return openEvaluations.open(period, Headers.key(headers));
    }
}

package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.BeginReview;
import id.capaian.evaluation.control.SubmitEvaluation;
import id.capaian.kernel.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** Handing in the own period, taking that back, and what the rater does when it never came. */
@ApplicationScoped
@Path("/api/{tenant}/evaluations/{evaluation}/submission")
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionResource {

    private final SubmitEvaluation submitEvaluation;
    private final BeginReview beginReview;
    private final Spoken spoken;

    SubmissionResource() {
        this(null, null, null);
    }

    @Inject
    SubmissionResource(SubmitEvaluation submitEvaluation, BeginReview beginReview, Spoken spoken) {
        this.submitEvaluation = submitEvaluation;
        this.beginReview = beginReview;
        this.spoken = spoken;
    }

    /** What is empty, and whether there is time left, is said by the evaluation; then it needs {@code confirmed}. */
    @POST
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Hands the own period in; confirmed when something is empty or there is time left")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response submit(@PathParam("evaluation") UUID id, @QueryParam("confirmed") boolean confirmed,
            @Context HttpHeaders headers) {
        return answer(() -> submitEvaluation.submit(id, Headers.change(headers), confirmed));
    }

    @DELETE
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Takes the own submission back, while the rater has not begun")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response withdraw(@PathParam("evaluation") UUID id, @Context HttpHeaders headers) {
        return answer(() -> submitEvaluation.withdraw(id, Headers.change(headers)));
    }

    @PUT
    @Path("/waiver")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "The rater begins without a submission, once the period is over")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response beginWithout(@PathParam("evaluation") UUID id, @Context HttpHeaders headers) {
        return answer(() -> beginReview.withoutSubmission(id, Headers.change(headers)));
    }

    private Response answer(Supplier<EvaluationView> act) {
        EvaluationView view = spoken.speak(act);
        return Response.ok(view).tag(Headers.tag(view.version())).build();
    }
}

package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.AnswerEvaluation;
import id.capaian.evaluation.control.CalibrateEvaluation;
import id.capaian.evaluation.control.DeliverEvaluation;
import id.capaian.evaluation.control.RateEvaluation;
import id.capaian.evaluation.control.ReadEvaluations;
import id.capaian.evaluation.control.ReopenEvaluation;
import id.capaian.evaluation.control.ReplaceParties;
import id.capaian.evaluation.control.ScoreRater;
import id.capaian.evaluation.control.SettleObjection;
import id.capaian.evaluation.control.StartRun;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Evaluations for machines: each act needs {@code If-Match}, each may carry {@code Idempotency-Key}. */
@ApplicationScoped
@Path("/api/{tenant}/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EvaluationResource {

    private final ReadEvaluations readEvaluations;
    private final RateEvaluation rateEvaluation;
    private final CalibrateEvaluation calibrateEvaluation;
    private final DeliverEvaluation deliverEvaluation;
    private final AnswerEvaluation answerEvaluation;
    private final SettleObjection settleObjection;
    private final ReopenEvaluation reopenEvaluation;
    private final ReplaceParties replaceParties;
    private final ScoreRater scoreRater;
    private final StartRun startRun;
    private final Spoken spoken;
    private final Caller caller;

    EvaluationResource() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    EvaluationResource(ReadEvaluations readEvaluations, RateEvaluation rateEvaluation,
            CalibrateEvaluation calibrateEvaluation,
            DeliverEvaluation deliverEvaluation, AnswerEvaluation answerEvaluation, SettleObjection settleObjection,
            ReopenEvaluation reopenEvaluation, ReplaceParties replaceParties, ScoreRater scoreRater, StartRun startRun,
            Spoken spoken, Caller caller) {
        this.readEvaluations = readEvaluations;
        this.rateEvaluation = rateEvaluation;
        this.calibrateEvaluation = calibrateEvaluation;
        this.deliverEvaluation = deliverEvaluation;
        this.answerEvaluation = answerEvaluation;
        this.settleObjection = settleObjection;
        this.reopenEvaluation = reopenEvaluation;
        this.replaceParties = replaceParties;
        this.scoreRater = scoreRater;
        this.startRun = startRun;
        this.spoken = spoken;
        this.caller = caller;
    }

    /** The caller's own evaluations. */
    @GET
    @Path("/mine")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "The own evaluations")
    public OwnView mine() {
        return readEvaluations.own();
    }

    /** The caller's people in a period; without one, in the period people work in now. */
    @GET
    @Path("/team")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "The evaluations of those the caller rates; without a period, of the current one")
    public TeamView team(@QueryParam("period") String period) {
        return readEvaluations.team(period);
    }

    /** Delivers everybody the caller has rated in the period and not yet told. */
    @POST
    @Path("/team/deliveries")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Tells everybody who was rated and not yet told")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public DeliveriesView deliverAll(@QueryParam("period") String period, @Context HttpHeaders headers) {
        scoreRater.listIn(period);
        return deliverEvaluation.deliverAllRated(period, Headers.key(headers));
    }

    @GET
    @Path("/{evaluation}")
    @RolesAllowed({Roles.EMPLOYEE, Roles.REGION_HR_ADMIN})
    @Operation(summary = "An evaluation with suggestion and explanation")
    @APIResponseSchema(EvaluationView.class)
    public Response read(@PathParam("evaluation") UUID id) {
        return answer(() -> readEvaluations.read(id));
    }

    @PUT
    @Path("/{evaluation}/behaviour-marks")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Marks the seven values of behaviour")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response mark(@PathParam("evaluation") UUID id, @NotNull @Valid MarksInput input,
            @Context HttpHeaders headers) {
        return answer(() -> rateEvaluation.mark(id, Headers.change(headers), input));
    }

    /** Suggests ratings for one person anew; 202 with the address at which to follow the run. */
    @POST
    @Path("/{evaluation}/suggestion-run")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Computes the suggestion of one person anew")
    @APIResponseSchema(value = RunView.class, responseCode = "202")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response suggestAnew(@PathParam("evaluation") UUID id, @Context HttpHeaders headers) {
        RunView run = startRun.startForOne(id, Headers.key(headers));
        return Response.status(Response.Status.ACCEPTED).entity(run)
                .location(URI.create("/api/" + caller.tenant() + "/evaluation-runs/" + run.runId())).build();
    }

    @POST
    @Path("/{evaluation}/evidence-return")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Asks the employee for more evidence")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response returnForEvidence(@PathParam("evaluation") UUID id, @NotNull @Valid TextInput note,
            @Context HttpHeaders headers) {
        return answer(() -> rateEvaluation.returnForEvidence(id, Headers.change(headers), note));
    }

    @PUT
    @Path("/{evaluation}/rating")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Gives both ratings")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response rate(@PathParam("evaluation") UUID id, @NotNull @Valid RatingInput input,
            @Context HttpHeaders headers) {
        Response rated = answer(() -> rateEvaluation.rate(id, Headers.change(headers), input));
        scoreRater.listOf(id);
        return rated;
    }

    @POST
    @Path("/{evaluation}/calibration")
    @RolesAllowed({Roles.RATER, Roles.UNIT_HEAD})
    @Operation(summary = "Sends a rating to calibration")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response sendToCalibration(@PathParam("evaluation") UUID id, @Context HttpHeaders headers) {
        return answer(() -> calibrateEvaluation.send(id, Headers.change(headers)));
    }

    @PUT
    @Path("/{evaluation}/calibration")
    @RolesAllowed(Roles.UNIT_HEAD)
    @Operation(summary = "Confirms or changes a rating in calibration")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response calibrate(@PathParam("evaluation") UUID id, @NotNull @Valid CalibrationInput input,
            @Context HttpHeaders headers) {
        return answer(() -> calibrateEvaluation.calibrate(id, Headers.change(headers), input));
    }

    @POST
    @Path("/{evaluation}/delivery")
    @RolesAllowed({Roles.RATER, Roles.UNIT_HEAD})
    @Operation(summary = "Tells the employee the result")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response deliver(@PathParam("evaluation") UUID id, @Context HttpHeaders headers) {
        scoreRater.listOf(id);
        return answer(() -> deliverEvaluation.deliver(id, Headers.change(headers)));
    }

    @POST
    @Path("/{evaluation}/acknowledgement")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Takes note of the own result")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response acknowledge(@PathParam("evaluation") UUID id, @Context HttpHeaders headers) {
        return answer(() -> answerEvaluation.acknowledge(id, Headers.change(headers)));
    }

    @POST
    @Path("/{evaluation}/objection")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Objects to the own result")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response object(@PathParam("evaluation") UUID id, @NotNull @Valid TextInput reason,
            @Context HttpHeaders headers) {
        return answer(() -> answerEvaluation.object(id, Headers.change(headers), reason));
    }

    @PUT
    @Path("/{evaluation}/objection/explanation")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "The rater explains the rating that was objected to")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response explain(@PathParam("evaluation") UUID id, @NotNull @Valid TextInput explanation,
            @Context HttpHeaders headers) {
        return answer(() -> settleObjection.explain(id, Headers.change(headers), explanation));
    }

    @PUT
    @Path("/{evaluation}/objection/decision")
    @RolesAllowed(Roles.RATER_SUPERIOR)
    @Operation(summary = "The rater's superior decides on an objection")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response decide(@PathParam("evaluation") UUID id, @NotNull @Valid DecisionInput input,
            @Context HttpHeaders headers) {
        return answer(() -> settleObjection.decide(id, Headers.change(headers), input));
    }

    @POST
    @Path("/{evaluation}/reopening")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Opens a finished evaluation again, by order")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response reopen(@PathParam("evaluation") UUID id, @NotNull @Valid TextInput order,
            @Context HttpHeaders headers) {
        return answer(() -> reopenEvaluation.reopen(id, Headers.change(headers), order));
    }

    @PUT
    @Path("/{evaluation}/parties")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Names another rater or superior of an evaluation that is not final, by a letter")
    @APIResponseSchema(EvaluationView.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response replaceParties(@PathParam("evaluation") UUID id, @NotNull @Valid PartiesInput input,
            @Context HttpHeaders headers) {
        return answer(() -> replaceParties.replace(id, Headers.change(headers), input));
    }

    private Response answer(Supplier<EvaluationView> act) {
        EvaluationView view = spoken.speak(act);
        return Response.ok(view).tag(Headers.tag(view.version())).build();
    }
}

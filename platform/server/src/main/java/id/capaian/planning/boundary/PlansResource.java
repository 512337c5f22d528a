package id.capaian.planning.boundary;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Language;
import id.capaian.planning.control.AnswerPlanForm;
import id.capaian.planning.control.ChangePlan;
import id.capaian.planning.control.MakePlan;
import id.capaian.planning.control.MakePlansInBulk.BulkAnswer;
import id.capaian.planning.control.MakePlansInBulk;
import id.capaian.planning.control.OwnPlans;
import id.capaian.planning.control.PlanState;
import id.capaian.planning.control.ReadPlans.ReadPlan;
import id.capaian.planning.control.ReadPlans.TeamLine;
import id.capaian.planning.control.ReadPlans;
import id.capaian.planning.control.ResultInput;
import id.capaian.planning.control.SetExpectations.ExpectationsInput;
import id.capaian.planning.control.SetExpectations;
import id.capaian.planning.control.WriteResults;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Plans and their content for machines: the same use cases as the pages. Changes answer the new state. */
@ApplicationScoped
@Path("/api/{tenant}/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlansResource {

    private final ReadPlans readPlans;
    private final MakePlan makePlan;
    private final MakePlansInBulk makePlansInBulk;
    private final ChangePlan changePlan;
    private final AnswerPlanForm answerPlanForm;
    private final SetExpectations setExpectations;
    private final WriteResults writeResults;

    PlansResource() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    PlansResource(ReadPlans readPlans, MakePlan makePlan, MakePlansInBulk makePlansInBulk, ChangePlan changePlan,
            AnswerPlanForm answerPlanForm, SetExpectations setExpectations, WriteResults writeResults) {
        this.readPlans = readPlans;
        this.makePlan = makePlan;
        this.makePlansInBulk = makePlansInBulk;
        this.changePlan = changePlan;
        this.answerPlanForm = answerPlanForm;
        this.setExpectations = setExpectations;
        this.writeResults = writeResults;
    }

    /** Targets by indicator code. */
    public record TargetsInput(@NotNull Map<String, BigDecimal> targets) {
    }

    /** Answers to the pack's plan form, a JSON object in text. */
    public record FormAnswersInput(@NotNull @Size(max = 65_536) String formAnswers) {
    }

    /**
     * Whose plans to make.
     *
     * @param orgUnitId unit with those below it; null for the whole tenant
     * @param approve   the plans were signed by both sides before the tenant came here, so they come into force at once
     */
    public record BulkInput(UUID orgUnitId, boolean approve) {
    }

    @GET
    @Path("/own")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "The own plans of this year and before")
    public OwnPlans own() {
        return readPlans.own();
    }

    @GET
    @Path("/team")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "The plans of those the caller rates")
    public List<TeamLine> team() {
        return readPlans.team();
    }

    @GET
    @Path("/{plan}")
    @RolesAllowed({Roles.EMPLOYEE, Roles.REGION_HR_ADMIN, Roles.PERF_MANAGER})
    @Operation(summary = "A plan with results and indicators")
    @APIResponseSchema(ReadPlan.class)
    public Response one(@PathParam("plan") UUID skpId, @QueryParam("newest") @DefaultValue("false") boolean newest) {
        ReadPlan read = readPlans.one(skpId, newest);
        return Response.ok(read).tag(Long.toString(read.plan().version())).build();
    }

    @POST
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Begins a plan for an own post, filled from the pack's indicator set where there is one")
    @APIResponseSchema(value = PlanState.class, responseCode = "201")
    public Response make(@QueryParam("assignment") UUID assignmentId, @HeaderParam(Once.HEADER) String key) {
        PlanState made = makePlan.forPost(assignmentId, key);
        return Response.status(Response.Status.CREATED).entity(made).tag(tag(made)).build();
    }

    @POST
    @Path("/from-indicator-sets")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Makes plans from the pack's indicator sets for everybody without one")
    public BulkAnswer makeInBulk(@NotNull @Valid BulkInput input, @HeaderParam(Once.HEADER) String key) {
        return makePlansInBulk.run(input.orgUnitId(), input.approve(), key);
    }

    @PUT
    @Path("/{plan}/targets")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Sets targets of the own draft")
    @APIResponseSchema(PlanState.class)
    public Response targets(@PathParam("plan") UUID skpId, @NotNull @Valid TargetsInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(Once.HEADER) String key) {
        return answer(changePlan.targets(skpId, Versions.of(ifMatch), input.targets(), key));
    }

    /** A result of the own draft that no indicator set has; it carries no weight and is rated by hand. */
    @POST
    @Path("/{plan}/results")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Adds a result written by hand to the own draft")
    @APIResponseSchema(value = PlanState.class, responseCode = "201")
    public Response addResult(@PathParam("plan") UUID skpId, @NotNull @Valid ResultInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(Once.HEADER) String key,
            @Context HttpHeaders headers) {
        PlanState state = writeResults.add(skpId, Versions.of(ifMatch), input, language(headers), key);
        return Response.status(Response.Status.CREATED).entity(state).tag(tag(state)).build();
    }

    @PUT
    @Path("/{plan}/results/{no}")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Changes a result written by hand in the own draft, named by its sequence")
    @APIResponseSchema(PlanState.class)
    public Response changeResult(@PathParam("plan") UUID skpId, @PathParam("no") int no,
            @NotNull @Valid ResultInput input, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Once.HEADER) String key, @Context HttpHeaders headers) {
        return answer(writeResults.change(skpId, Versions.of(ifMatch), no, input, language(headers), key));
    }

    @DELETE
    @Path("/{plan}/results/{no}")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Takes a result written by hand out of the own draft; those after it move up")
    @APIResponseSchema(PlanState.class)
    public Response removeResult(@PathParam("plan") UUID skpId, @PathParam("no") int no,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(Once.HEADER) String key,
            @Context HttpHeaders headers) {
        return answer(writeResults.remove(skpId, Versions.of(ifMatch), no, language(headers), key));
    }

    private static Language language(HttpHeaders headers) {
        return Language.accepted(headers.getAcceptableLanguages());
    }

    /** Answers of the own draft to its pack's plan form. */
    @PUT
    @Path("/{plan}/form-answers")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Answers of the own draft to the plan form of its pack")
    @APIResponseSchema(PlanState.class)
    public Response answerForm(@PathParam("plan") UUID skpId, @NotNull @Valid FormAnswersInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(Once.HEADER) String key,
            @Context HttpHeaders headers) {
        Locale locale = headers.getAcceptableLanguages().stream().findFirst().orElse(Locale.ROOT);
        return answer(answerPlanForm.answer(skpId, Versions.of(ifMatch), input.formAnswers(), key, locale));
    }

    /** The rater's expectations of the results and the seven values, all at once. */
    @PUT
    @Path("/{plan}/expectations")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "The rater's expectations of the results and the seven values, all at once")
    @APIResponseSchema(PlanState.class)
    public Response expect(@PathParam("plan") UUID skpId, @NotNull @Valid ExpectationsInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(Once.HEADER) String key) {
        return answer(setExpectations.set(skpId, Versions.of(ifMatch), input, key));
    }

    static Response answer(PlanState state) {
        return Response.ok(state).tag(tag(state)).build();
    }

    private static EntityTag tag(PlanState state) {
        return new EntityTag(Long.toString(state.version()));
    }
}

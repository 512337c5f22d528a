package id.capaian.planning.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.planning.control.ChangePlan;
import id.capaian.planning.control.DecideOnPlan;
import id.capaian.planning.control.EndPlan;
import id.capaian.planning.control.MakePlan;
import id.capaian.planning.control.MakePlansInBulk;
import id.capaian.planning.control.MakePlansInBulk.BulkAnswer;
import id.capaian.planning.control.MoveOwnPlan;
import id.capaian.planning.control.OwnPlans;
import id.capaian.planning.control.PlanState;
import id.capaian.planning.control.ReadPlans;
import id.capaian.planning.control.ReadPlans.ReadPlan;
import id.capaian.planning.control.ReadPlans.TeamLine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Plans for machines: the same use cases as the pages. Moves ask for {@code If-Match} and answer the new state. */
@ApplicationScoped
@Path("/api/{tenant}/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlansResource {

    private final ReadPlans readPlans;
    private final MakePlan makePlan;
    private final MakePlansInBulk makePlansInBulk;
    private final ChangePlan changePlan;
    private final MoveOwnPlan moveOwnPlan;
    private final DecideOnPlan decideOnPlan;
    private final EndPlan endPlan;

    PlansResource() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    PlansResource(ReadPlans readPlans, MakePlan makePlan, MakePlansInBulk makePlansInBulk, ChangePlan changePlan,
            MoveOwnPlan moveOwnPlan, DecideOnPlan decideOnPlan, EndPlan endPlan) {
        this.readPlans = readPlans;
        this.makePlan = makePlan;
        this.makePlansInBulk = makePlansInBulk;
        this.changePlan = changePlan;
        this.moveOwnPlan = moveOwnPlan;
        this.decideOnPlan = decideOnPlan;
        this.endPlan = endPlan;
    }

    /** Why. */
    public record ReasonInput(String reason) {
    }

    /** Targets by indicator code. */
    public record TargetsInput(@NotNull Map<String, BigDecimal> targets) {
    }

    /** Last day of the plan. */
    public record CloseInput(@NotNull LocalDate lastDay) {
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
    @Operation(summary = "Begins a plan for the own post, filled from the pack's indicator set")
    @APIResponseSchema(value = PlanState.class, responseCode = "201")
    public Response make() {
        PlanState made = makePlan.forOwnPost();
        return Response.status(Response.Status.CREATED).entity(made).tag(tag(made)).build();
    }

    @POST
    @Path("/from-indicator-sets")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Makes plans from the pack's indicator sets for everybody without one")
    public BulkAnswer makeInBulk(@NotNull @Valid BulkInput input) {
        return makePlansInBulk.run(input.orgUnitId(), input.approve());
    }

    @PUT
    @Path("/{plan}/targets")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Sets targets of the own draft")
    @APIResponseSchema(PlanState.class)
    public Response targets(@PathParam("plan") UUID skpId, @NotNull @Valid TargetsInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(changePlan.targets(skpId, Versions.of(ifMatch), input.targets()));
    }

    @POST
    @Path("/{plan}/submission")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Hands the own plan to the rater")
    @APIResponseSchema(PlanState.class)
    public Response submit(@PathParam("plan") UUID skpId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(moveOwnPlan.submit(skpId, Versions.of(ifMatch)));
    }

    @POST
    @Path("/{plan}/withdrawal")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Takes the own plan back before the rater decided")
    @APIResponseSchema(PlanState.class)
    public Response withdraw(@PathParam("plan") UUID skpId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(moveOwnPlan.withdraw(skpId, Versions.of(ifMatch)));
    }

    @POST
    @Path("/{plan}/rework")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Goes on with a plan that was sent back")
    @APIResponseSchema(PlanState.class)
    public Response rework(@PathParam("plan") UUID skpId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(moveOwnPlan.rework(skpId, Versions.of(ifMatch)));
    }

    @POST
    @Path("/{plan}/revision-request")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Asks the rater for a change of the plan in force")
    @APIResponseSchema(PlanState.class)
    public Response requestRevision(@PathParam("plan") UUID skpId, @NotNull @Valid ReasonInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(moveOwnPlan.requestRevision(skpId, Versions.of(ifMatch), input.reason()));
    }

    @POST
    @Path("/{plan}/approval")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Puts a plan into force")
    @APIResponseSchema(PlanState.class)
    public Response approve(@PathParam("plan") UUID skpId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(decideOnPlan.approve(skpId, Versions.of(ifMatch)));
    }

    @POST
    @Path("/{plan}/return")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Sends a plan back with a reason")
    @APIResponseSchema(PlanState.class)
    public Response returnPlan(@PathParam("plan") UUID skpId, @NotNull @Valid ReasonInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(decideOnPlan.returnPlan(skpId, Versions.of(ifMatch), input.reason()));
    }

    @POST
    @Path("/{plan}/revision-acceptance")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Lets a plan in force be changed")
    @APIResponseSchema(PlanState.class)
    public Response acceptRevision(@PathParam("plan") UUID skpId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(decideOnPlan.acceptRevision(skpId, Versions.of(ifMatch)));
    }

    @POST
    @Path("/{plan}/revision-refusal")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Keeps the plan in force as it is")
    @APIResponseSchema(PlanState.class)
    public Response refuseRevision(@PathParam("plan") UUID skpId, @NotNull @Valid ReasonInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(decideOnPlan.refuseRevision(skpId, Versions.of(ifMatch), input.reason()));
    }

    @POST
    @Path("/{plan}/closing")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Ends a plan on a day, because the post was left")
    @APIResponseSchema(PlanState.class)
    public Response close(@PathParam("plan") UUID skpId, @NotNull @Valid CloseInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(endPlan.close(skpId, Versions.of(ifMatch), input.lastDay()));
    }

    @POST
    @Path("/{plan}/cancellation")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Cancels a plan that never came into force")
    @APIResponseSchema(PlanState.class)
    public Response cancel(@PathParam("plan") UUID skpId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(endPlan.cancel(skpId, Versions.of(ifMatch)));
    }

    private static Response answer(PlanState state) {
        return Response.ok(state).tag(tag(state)).build();
    }

    private static EntityTag tag(PlanState state) {
        return new EntityTag(Long.toString(state.version()));
    }
}

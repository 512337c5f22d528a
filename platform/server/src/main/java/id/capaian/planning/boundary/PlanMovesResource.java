package id.capaian.planning.boundary;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Roles;
import id.capaian.planning.control.EndPlan;
import id.capaian.planning.control.MovePlan;
import id.capaian.planning.control.PlanMove;
import id.capaian.planning.control.PlanState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * Moves of a plan for machines: each has its address, asks for {@code If-Match}, may carry {@code Idempotency-Key} and
 * answers the new state.
 */
@ApplicationScoped
@Path("/api/{tenant}/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlanMovesResource {

    private final MovePlan movePlan;
    private final EndPlan endPlan;

    PlanMovesResource() {
        this(null, null);
    }

    @Inject
    PlanMovesResource(MovePlan movePlan, EndPlan endPlan) {
        this.movePlan = movePlan;
        this.endPlan = endPlan;
    }

    /** Why. */
    public record ReasonInput(String reason) {
    }

    /** Last day of the plan. */
    public record CloseInput(@NotNull LocalDate lastDay) {
    }

    @POST
    @Path("/{plan}/submission")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Hands the own plan to the rater")
    @APIResponseSchema(PlanState.class)
    public Response submit(@PathParam("plan") UUID skpId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Once.HEADER) String key) {
        return move(PlanMove.SUBMIT, skpId, ifMatch, null, key);
    }

    @POST
    @Path("/{plan}/withdrawal")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Takes the own plan back before the rater decided")
    @APIResponseSchema(PlanState.class)
    public Response withdraw(@PathParam("plan") UUID skpId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Once.HEADER) String key) {
        return move(PlanMove.WITHDRAW, skpId, ifMatch, null, key);
    }

    @POST
    @Path("/{plan}/rework")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Goes on with a plan that was sent back")
    @APIResponseSchema(PlanState.class)
    public Response rework(@PathParam("plan") UUID skpId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Once.HEADER) String key) {
        return move(PlanMove.REWORK, skpId, ifMatch, null, key);
    }

    @POST
    @Path("/{plan}/revision-request")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Asks the rater for a change of the plan in force")
    @APIResponseSchema(PlanState.class)
    public Response requestRevision(@PathParam("plan") UUID skpId, @NotNull @Valid ReasonInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Once.HEADER) String key) {
        return move(PlanMove.REQUEST_REVISION, skpId, ifMatch, input.reason(), key);
    }

    @POST
    @Path("/{plan}/revision-cancellation")
    @RolesAllowed(Roles.EMPLOYEE)
    @Operation(summary = "Gives up a revision, asked for or being prepared; the version in force goes on")
    @APIResponseSchema(PlanState.class)
    public Response cancelRevision(@PathParam("plan") UUID skpId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Once.HEADER) String key) {
        return move(PlanMove.CANCEL_REVISION, skpId, ifMatch, null, key);
    }

    @POST
    @Path("/{plan}/approval")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Puts a plan into force")
    @APIResponseSchema(PlanState.class)
    public Response approve(@PathParam("plan") UUID skpId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Once.HEADER) String key) {
        return move(PlanMove.APPROVE, skpId, ifMatch, null, key);
    }

    @POST
    @Path("/{plan}/return")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Sends a plan back with a reason")
    @APIResponseSchema(PlanState.class)
    public Response returnPlan(@PathParam("plan") UUID skpId, @NotNull @Valid ReasonInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Once.HEADER) String key) {
        return move(PlanMove.RETURN, skpId, ifMatch, input.reason(), key);
    }

    @POST
    @Path("/{plan}/revision-acceptance")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Lets a plan in force be changed")
    @APIResponseSchema(PlanState.class)
    public Response acceptRevision(@PathParam("plan") UUID skpId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Once.HEADER) String key) {
        return move(PlanMove.ACCEPT_REVISION, skpId, ifMatch, null, key);
    }

    @POST
    @Path("/{plan}/revision-refusal")
    @RolesAllowed(Roles.RATER)
    @Operation(summary = "Keeps the plan in force as it is")
    @APIResponseSchema(PlanState.class)
    public Response refuseRevision(@PathParam("plan") UUID skpId, @NotNull @Valid ReasonInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Once.HEADER) String key) {
        return move(PlanMove.REFUSE_REVISION, skpId, ifMatch, input.reason(), key);
    }

    @POST
    @Path("/{plan}/closing")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Ends a plan in force on a day, because the post was left")
    @APIResponseSchema(PlanState.class)
    public Response close(@PathParam("plan") UUID skpId, @NotNull @Valid CloseInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Once.HEADER) String key) {
        return PlansResource.answer(endPlan.close(skpId, Versions.of(ifMatch), input.lastDay(), key));
    }

    @POST
    @Path("/{plan}/cancellation")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Cancels a plan that was never in force, however far it was prepared")
    @APIResponseSchema(PlanState.class)
    public Response cancel(@PathParam("plan") UUID skpId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Once.HEADER) String key) {
        return PlansResource.answer(endPlan.cancel(skpId, Versions.of(ifMatch), key));
    }

    private Response move(PlanMove move, UUID skpId, String ifMatch, String reason, String key) {
        return PlansResource.answer(movePlan.move(move, skpId, Versions.of(ifMatch), reason, key));
    }
}

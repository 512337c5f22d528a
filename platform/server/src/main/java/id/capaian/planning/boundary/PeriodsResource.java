package id.capaian.planning.boundary;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Roles;
import id.capaian.planning.control.MovePeriod.PeriodState;
import id.capaian.planning.control.MovePeriod;
import id.capaian.planning.entity.PeriodStatus;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The tenant's assessment periods. */
@ApplicationScoped
@Path("/api/{tenant}/periods")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PeriodsResource {

    private final MovePeriod periods;

    PeriodsResource() {
        this(null);
    }

    @Inject
    PeriodsResource(MovePeriod periods) {
        this.periods = periods;
    }

    /** Where the period shall stand. */
    public record StatusInput(@NotNull PeriodStatus status) {
    }

    @GET
    @RolesAllowed({Roles.EMPLOYEE, Roles.REGION_HR_ADMIN, Roles.UNIT_HR_ADMIN, Roles.PERF_MANAGER})
    @Operation(summary = "The assessment periods, with what may be done in each")
    public List<PeriodState> all() {
        return periods.all();
    }

    @PUT
    @Path("/{period}/status")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Moves a period to another state")
    @APIResponseSchema(PeriodState.class)
    public Response move(@PathParam("period") UUID periodId, @NotNull @Valid StatusInput input,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @HeaderParam(Once.HEADER) String key) {
        PeriodState moved = periods.move(periodId, Versions.of(ifMatch), input.status(), key);
        return Response.ok(moved).tag(Long.toString(moved.version())).build();
    }
}

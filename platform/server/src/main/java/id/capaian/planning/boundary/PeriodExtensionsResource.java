package id.capaian.planning.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.planning.control.ExtendPeriod;
import id.capaian.planning.control.ExtendPeriod.ExtensionInput;
import id.capaian.planning.control.ExtendPeriod.ExtensionState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Units that may go on in a period that is over for the others. */
@ApplicationScoped
@Path("/api/{tenant}/periods/{period}/extensions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.REGION_HR_ADMIN)
public class PeriodExtensionsResource {

    private final ExtendPeriod extendPeriod;

    PeriodExtensionsResource() {
        this(null);
    }

    @Inject
    PeriodExtensionsResource(ExtendPeriod extendPeriod) {
        this.extendPeriod = extendPeriod;
    }

    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "The extensions of a period, by unit")
    public List<ExtensionState> all(@PathParam("period") UUID periodId) {
        return extendPeriod.of(periodId);
    }

    /** Without {@code If-Match} the unit's first one; with it, the one it has is changed. */
    @PUT
    @Path("/{unit}")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Lets a unit and those below it go on in a period until a day")
    @APIResponseSchema(ExtensionState.class)
    public Response extend(@PathParam("period") UUID periodId, @PathParam("unit") UUID orgUnitId,
            @NotNull @Valid ExtensionInput input, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam("Idempotency-Key") String key) {
        ExtensionState given = extendPeriod.extend(periodId, orgUnitId, ifMatch == null ? null : Versions.of(ifMatch),
                input, key);
        return Response.ok(given).tag(Long.toString(given.version())).build();
    }

    @DELETE
    @Path("/{unit}")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Takes a unit's extension back")
    public void withdraw(@PathParam("period") UUID periodId, @PathParam("unit") UUID orgUnitId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        extendPeriod.withdraw(periodId, orgUnitId, Versions.of(ifMatch));
    }
}

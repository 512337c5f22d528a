package id.capaian.planning.boundary;

import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Roles;
import id.capaian.planning.control.RecordIndicatorValues.ValuesInput;
import id.capaian.planning.control.RecordIndicatorValues;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Values of indicators from other systems. */
@ApplicationScoped
@Path("/api/{tenant}/indicator-values")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class IndicatorValuesResource {

    private final RecordIndicatorValues recordIndicatorValues;

    IndicatorValuesResource() {
        this(null);
    }

    @Inject
    IndicatorValuesResource(RecordIndicatorValues recordIndicatorValues) {
        this.recordIndicatorValues = recordIndicatorValues;
    }

    @POST
    @RolesAllowed({Roles.REGION_HR_ADMIN, Roles.UNIT_HR_ADMIN})
    @Operation(summary = "Takes values of indicators from another system; a whole list or nothing")
    @APIResponseSchema(value = RecordIndicatorValues.Recorded.class, responseCode = "201")
    public Response record(@NotNull @Valid ValuesInput input, @HeaderParam(Once.HEADER) String key) {
        return Response.status(Response.Status.CREATED).entity(recordIndicatorValues.run(input, key)).build();
    }
}

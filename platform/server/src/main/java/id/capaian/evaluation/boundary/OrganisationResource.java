package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.Change;
import id.capaian.evaluation.control.FixOrganisationPredicate;
import id.capaian.kernel.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** What organisations achieved, for machines. The first write of a unit and period sends {@code If-Match: "0"}. */
@ApplicationScoped
@Path("/api/{tenant}/units/{unit}/organisation-predicates/{period}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrganisationResource {

    private final FixOrganisationPredicate fixOrganisationPredicate;
    private final Spoken spoken;

    OrganisationResource() {
        this(null, null);
    }

    @Inject
    OrganisationResource(FixOrganisationPredicate fixOrganisationPredicate, Spoken spoken) {
        this.fixOrganisationPredicate = fixOrganisationPredicate;
        this.spoken = spoken;
    }

    @PUT
    @RolesAllowed(Roles.UNIT_HEAD)
    @Operation(summary = "Fixes what a unit achieved in a period")
    @APIResponseSchema(OrganisationRow.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response fix(@PathParam("unit") UUID unitId, @PathParam("period") String period,
            @NotNull @Valid OrganisationInput input, @Context HttpHeaders headers) {
        Change change = Headers.change(headers);
        return answer(() -> fixOrganisationPredicate.fix(unitId, period, change, input));
    }

    @PUT
    @Path("/recommendation")
    @RolesAllowed(Roles.PERF_MANAGER)
    @Operation(summary = "Recommends what a unit achieved in a period")
    @APIResponseSchema(OrganisationRow.class)
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response recommend(@PathParam("unit") UUID unitId, @PathParam("period") String period,
            @NotNull @Valid OrganisationInput input, @Context HttpHeaders headers) {
        Change change = Headers.change(headers);
        return answer(() -> fixOrganisationPredicate.recommend(unitId, period, change, input));
    }

    private Response answer(Supplier<OrganisationRow> act) {
        OrganisationRow row = spoken.speak(act);
        return Response.ok(row).tag(Headers.tag(row.version())).build();
    }
}

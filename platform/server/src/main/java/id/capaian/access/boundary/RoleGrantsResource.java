package id.capaian.access.boundary;

import id.capaian.access.RoleGrantView;
import id.capaian.access.control.GrantRole;
import id.capaian.access.control.ReadRoles;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** Granted roles, for machines. */
@Path("/api/{tenant}/role-grants")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class RoleGrantsResource {

    private final ReadRoles readRoles;
    private final GrantRole grantRole;
    private final Revocation revocation;

    RoleGrantsResource() {
        this(null, null, null);
    }

    @Inject
    RoleGrantsResource(ReadRoles readRoles, GrantRole grantRole, Revocation revocation) {
        this.readRoles = readRoles;
        this.grantRole = grantRole;
        this.revocation = revocation;
    }

    /** Roles held now or from a later day on. */
    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Roles held now or from a later day on")
    public List<RoleGrantView> all() {
        return readRoles.all();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Grants a role")
    @APIResponseSchema(value = RoleGrantView.class, responseCode = "201")
    public Response grant(@NotNull @Valid RoleGrantInput input, @HeaderParam("Idempotency-Key") String key) {
        if (key == null) {
            throw new ProblemException(Problem.IDEMPOTENCY_KEY_NEEDED);
        }
        RoleGrantView made = grantRole.grant(new GrantRole.Wish(input.role(), input.employeeId(),
                input.orgUnitId(), input.from()), key);
        return Response.status(Response.Status.CREATED).entity(made)
                .header(HttpHeaders.ETAG, "\"" + made.version() + "\"").build();
    }

    /** Takes a role back and ends the holder's sessions. */
    @DELETE
    @Path("/{grant}")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Takes a role back and ends the holder's sessions")
    public Response revoke(@PathParam("grant") UUID roleGrantId, @HeaderParam("If-Match") String version) {
        if (version == null || !version.matches("\"\\d{1,18}\"")) {
            throw new ProblemException(Problem.VERSION_NEEDED);
        }
        revocation.revoke(roleGrantId, Long.parseLong(version.replace("\"", "")));
        return Response.noContent().build();
    }
}

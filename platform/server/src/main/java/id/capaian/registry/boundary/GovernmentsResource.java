package id.capaian.registry.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.registry.control.Government;
import id.capaian.registry.control.ReadGovernments;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Governments there are in Indonesia, for machines of the operator. */
@Path("/api/operator/governments")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class GovernmentsResource {

    private final ReadGovernments readGovernments;

    GovernmentsResource() {
        this(null);
    }

    @Inject
    GovernmentsResource(ReadGovernments readGovernments) {
        this.readGovernments = readGovernments;
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "The first twenty governments whose Kemendagri code begins with the words, or whose name holds"
            + " them, each with the tenant it is already")
    public List<Government> search(@QueryParam("q") String words) {
        return readGovernments.search(words);
    }
}

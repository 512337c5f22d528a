package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.Recompute;
import id.capaian.kernel.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Suggestions as evidence: computing one again. */
@ApplicationScoped
@Path("/api/{tenant}/suggestions")
@Produces(MediaType.APPLICATION_JSON)
public class SuggestionResource {

    private final Recompute recompute;

    SuggestionResource() {
        this(null);
    }

    @Inject
    SuggestionResource(Recompute recompute) {
        this.recompute = recompute;
    }

    /**
     * Computes it again from its stored input and its frozen pack and compares; changes nothing. For who may see the
     * suggestion: the person once it is delivered, who rates, calibrates or decides, and the personnel agency.
     */
    @POST
    @Path("/{suggestion}/recomputation")
    @RolesAllowed({Roles.EMPLOYEE, Roles.REGION_HR_ADMIN})
    @Operation(summary = "Computes a suggestion again from its kept input and compares; changes nothing")
    public RecomputationView recompute(@PathParam("suggestion") UUID suggestionId) {
        return recompute.suggestion(suggestionId);
    }
}

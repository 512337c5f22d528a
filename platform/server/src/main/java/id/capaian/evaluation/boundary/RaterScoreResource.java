package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.ReadRaterScores;
import id.capaian.evaluation.control.Recompute;
import id.capaian.kernel.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Figures about raters, for the rater, the rater's superior and calibrators. */
@ApplicationScoped
@Path("/api/{tenant}/rater-scores")
@Produces(MediaType.APPLICATION_JSON)
public class RaterScoreResource {

    private final ReadRaterScores readRaterScores;
    private final Recompute recompute;

    RaterScoreResource() {
        this(null, null);
    }

    @Inject
    RaterScoreResource(ReadRaterScores readRaterScores, Recompute recompute) {
        this.readRaterScores = readRaterScores;
        this.recompute = recompute;
    }

    /** Newest figures the caller may see, of a period; without one, of the period people work in now. */
    @GET
    @RolesAllowed({Roles.RATER, Roles.RATER_SUPERIOR, Roles.UNIT_HEAD})
    @Operation(summary = "The newest figures about raters that the caller may see, of a period or the current one")
    public List<RaterScoreView> in(@QueryParam("period") String period) {
        return readRaterScores.in(period);
    }

    /** Computes one again from its stored input and its frozen pack and compares; changes nothing. */
    @POST
    @Path("/{score}/recomputation")
    @RolesAllowed({Roles.RATER, Roles.RATER_SUPERIOR, Roles.UNIT_HEAD})
    @Operation(summary = "Computes a rater's figure again from its kept input and compares; changes nothing")
    public RecomputationView recompute(@PathParam("score") UUID raterScoreId) {
        return recompute.raterScore(raterScoreId);
    }
}

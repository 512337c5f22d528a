package id.capaian.readiness.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.readiness.control.FindObstacles;
import id.capaian.readiness.control.Gap;
import id.capaian.readiness.control.ReadReadiness;
import id.capaian.readiness.control.ReadReadiness.Frame;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who cannot be scored, and what is missing. */
@ApplicationScoped
@Path("/api/{tenant}/readiness")
@Produces(MediaType.APPLICATION_JSON)
public class ReadinessResource {

    private static final int LISTED = 100;

    private final ReadReadiness readReadiness;
    private final FindObstacles findObstacles;

    ReadinessResource() {
        this(null, null);
    }

    @Inject
    ReadinessResource(ReadReadiness readReadiness, FindObstacles findObstacles) {
        this.readReadiness = readReadiness;
        this.findObstacles = findObstacles;
    }

    @GET
    @RolesAllowed({Roles.REGION_HR_ADMIN, Roles.UNIT_HR_ADMIN})
    @Operation(summary = "Counts of what is missing in a period by unit, and who cannot be scored or has a gap")
    public ReadinessView show(@QueryParam("period") String period, @QueryParam("unit") UUID unitId,
            @QueryParam("gap") Gap gap, @QueryParam("after") UUID after) {
        Frame frame = readReadiness.frame(period, unitId);
        return ReadinessView.of(frame, readReadiness.units(frame), gap, gap == null
                ? findObstacles.find(frame, after, LISTED) : findObstacles.with(gap, frame, after, LISTED));
    }
}

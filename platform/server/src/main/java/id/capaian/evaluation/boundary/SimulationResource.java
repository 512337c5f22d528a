package id.capaian.evaluation.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.evaluation.control.DryRun;
import id.capaian.evaluation.control.Replay;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Trying a version of a pack, for machines: the same as the page. */
@ApplicationScoped
@Path("/api/{tenant}/packs/{pack}/{version}/trials")
@Produces(MediaType.APPLICATION_JSON)
public class SimulationResource {

    private static final int LISTED = 100;
    private static final int MOST = 1000;

    private final DryRun dryRun;
    private final Replay replay;
    private final Pages pages;
    private final Visit visit;

    SimulationResource() {
        this(null, null, null, null);
    }

    @Inject
    SimulationResource(DryRun dryRun, Replay replay, Pages pages, Visit visit) {
        this.dryRun = dryRun;
        this.replay = replay;
        this.pages = pages;
        this.visit = visit;
    }

    @GET
    @Path("/dry-run")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "What a version would suggest for a period's people now, with parameters as a JSON object;"
            + " stores nothing")
    public DryRunView dryRun(@PathParam("pack") String packId, @PathParam("version") String version,
            @QueryParam("period") String period, @QueryParam("unit") UUID unitId,
            @QueryParam("parameters") @DefaultValue("{}") String parameters) {
        return dryRun.run(new TrialInput(packId, version, period, unitId, object(parameters)), locale());
    }

    @GET
    @Path("/replay")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    @Operation(summary = "Who would move, and why, were a period's stored suggestions computed with a version;"
            + " stores nothing")
    public ReplayView replay(@PathParam("pack") String packId, @PathParam("version") String version,
            @QueryParam("period") String period, @QueryParam("unit") UUID unitId,
            @QueryParam("parameters") @DefaultValue("{}") String parameters, @QueryParam("after") UUID after,
            @QueryParam("limit") Integer limit,
            @QueryParam("ratingsOnly") @DefaultValue("false") boolean ratingsOnly) {
        int most = limit == null ? LISTED : limit;
        if (most < 1 || most > MOST) {
            throw wrong("limit", "evaluation.replay.limit");
        }
        return replay.run(new TrialInput(packId, version, period, unitId, object(parameters)),
                new Replay.Part(after, most, ratingsOnly), locale());
    }

    private String object(String parameters) {
        try {
            JsonNode read = Json.mapper().readTree(parameters);
            if (read.isObject()) {
                return Json.write(read);
            }
        } catch (JsonProcessingException e) {
            throw wrong("parameters", "evaluation.replay.parameters");
        }
        throw wrong("parameters", "evaluation.replay.parameters");
    }

    private ProblemException wrong(String field, String key) {
        return ProblemException.ofFields(Problem.INVALID_INPUT, List.of(new FieldProblem(field, pages.text(key))));
    }

    private Locale locale() {
        return visit.language().locale();
    }
}

package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.ReadRuns;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.json.Json;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/** Runs for machines, and their progress for pages that are open. */
@ApplicationScoped
@Path("/api/{tenant}/evaluation-runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunResource {

    private static final String OVER = "over";

    private final ReadRuns readRuns;

    RunResource() {
        this(null);
    }

    @Inject
    RunResource(ReadRuns readRuns) {
        this.readRuns = readRuns;
    }

    @GET
    @RolesAllowed({Roles.REGION_HR_ADMIN, Roles.UNIT_HEAD, Roles.RATER})
    @Operation(summary = "The newest evaluation runs")
    public List<RunView> newest() {
        return readRuns.newest();
    }

    @GET
    @Path("/{run}")
    @RolesAllowed({Roles.REGION_HR_ADMIN, Roles.UNIT_HEAD, Roles.RATER})
    @Operation(summary = "How far a run is")
    public RunView run(@PathParam("run") UUID runId) {
        return readRuns.run(runId);
    }

    /** Those the run could not score, each with its reason. */
    @GET
    @Path("/{run}/attention")
    @RolesAllowed({Roles.REGION_HR_ADMIN, Roles.UNIT_HEAD, Roles.RATER})
    @Operation(summary = "Those a run could not score, each with the reason")
    public RunDetail attention(@PathParam("run") UUID runId) {
        return readRuns.detail(runId);
    }

    /**
     * Progress as server-sent events. Each answer holds one event and ends; the browser comes back after two seconds,
     * to whichever node. So no connection and no thread waits, and a node may die at any time. After the last event the
     * answer is 204, at which browsers stop asking.
     */
    @GET
    @Path("/{run}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.REGION_HR_ADMIN, Roles.UNIT_HEAD, Roles.RATER})
    @Operation(summary = "Progress of a run as server-sent events; one event an answer, 204 after the last")
    @APIResponseSchema(String.class)
    public Response events(@PathParam("run") UUID runId, @HeaderParam("Last-Event-ID") String seen) {
        if (OVER.equals(seen)) {
            return Response.noContent().build();
        }
        RunView run = readRuns.run(runId);
        String event = "retry: 2000\nid: " + (run.isOver() ? OVER : run.done()) + "\nevent: progress\ndata: "
                + Json.write(run) + "\n\n";
        return Response.ok(event).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}

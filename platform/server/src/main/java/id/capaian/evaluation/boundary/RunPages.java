package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.OpenEvaluations;
import id.capaian.evaluation.control.ReadEvaluations;
import id.capaian.evaluation.control.ReadRuns;
import id.capaian.evaluation.control.StartRun;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Pages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Opening a period's evaluations, starting runs, watching one. */
@ApplicationScoped
@Path("/{tenant}/evaluasi")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class RunPages {

    private final OpenEvaluations openEvaluations;
    private final StartRun startRun;
    private final ReadRuns readRuns;
    private final ReadEvaluations readEvaluations;
    private final Pages pages;

    RunPages() {
        this(null, null, null, null, null);
    }

    @Inject
    RunPages(OpenEvaluations openEvaluations, StartRun startRun, ReadRuns readRuns, ReadEvaluations readEvaluations,
            Pages pages) {
        this.openEvaluations = openEvaluations;
        this.startRun = startRun;
        this.readRuns = readRuns;
        this.readEvaluations = readEvaluations;
        this.pages = pages;
    }

    @GET
    @RolesAllowed({Roles.REGION_HR_ADMIN, Roles.UNIT_HEAD, Roles.RATER})
    public Response list(@QueryParam("periode") String period) {
        List<Option> periods = readEvaluations.periods().stream().map(one -> new Option(one.code(),
                one.name())).toList();
        return pages.page("evaluation/runs", new RunsPageView(readRuns.newest(), periods,
                readEvaluations.period(period).code(), readEvaluations.withoutRater(period), readRuns.units(),
                UUID.randomUUID().toString()));
    }

    @POST
    @Path("/buka")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response open(MultivaluedMap<String, String> form) {
        String period = Forms.text(form, "periode");
        openEvaluations.open(period, Forms.key(form));
        // The page of that period says how many nobody is set to rate.
        return pages.seeOther(pages.here("/evaluasi?periode=" + readEvaluations.period(period).code()),
                "evaluation.runs.opened");
    }

    @POST
    @RolesAllowed({Roles.REGION_HR_ADMIN, Roles.UNIT_HEAD})
    public Response start(MultivaluedMap<String, String> form) {
        String unit = Forms.text(form, "unit");
        RunView run = startRun.start(Forms.text(form, "periode"),
                new RunInput(unit == null ? null : UUID.fromString(unit)), Forms.key(form));
        return pages.seeOther(pages.here("/evaluasi/" + run.runId()), null);
    }

    @GET
    @Path("/{run}")
    @RolesAllowed({Roles.REGION_HR_ADMIN, Roles.UNIT_HEAD, Roles.RATER})
    public Response show(@PathParam("run") UUID runId) {
        return pages.page("evaluation/run", readRuns.detail(runId));
    }

    /** The moving part of the page alone. */
    @GET
    @Path("/{run}/kemajuan")
    @RolesAllowed({Roles.REGION_HR_ADMIN, Roles.UNIT_HEAD, Roles.RATER})
    public Response progress(@PathParam("run") UUID runId) {
        return pages.page("evaluation/runprogress", readRuns.detail(runId));
    }
}

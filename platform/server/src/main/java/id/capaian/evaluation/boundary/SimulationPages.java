package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.DryRun;
import id.capaian.evaluation.control.Replay;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Attachment;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Where the regional admin tries a version of a pack: on the data as they are, or on a period's stored suggestions. It
 * is read only, so what is tried stands in the address: it can be kept, and sent to a colleague.
 */
@ApplicationScoped
@Path("/{tenant}/paket/{pack}/{version}/simulasi")
@Produces(MediaType.TEXT_HTML)
public class SimulationPages {

    private static final String PAGE = "evaluation/simulation";
    private static final String DRY_RUN = "coba";
    private static final String REPLAY = "banding";
    private static final int LISTED = 100;
    private static final int EVERYBODY = Integer.MAX_VALUE;

    private final DryRun dryRun;
    private final Replay replay;
    private final SimulationScreen screen;
    private final Pages pages;
    private final Visit visit;

    SimulationPages() {
        this(null, null, null, null, null);
    }

    @Inject
    SimulationPages(DryRun dryRun, Replay replay, SimulationScreen screen, Pages pages, Visit visit) {
        this.dryRun = dryRun;
        this.replay = replay;
        this.screen = screen;
        this.pages = pages;
        this.visit = visit;
    }

    /** The form; with {@code jenis} also what comes of it. Enter in a field presses no button by name: it tries. */
    @GET
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response show(@PathParam("pack") String packId, @PathParam("version") String version,
            @Context UriInfo address) {
        MultivaluedMap<String, String> asked = address.getQueryParameters();
        SimulationScreen.Wish wish = screen.wish(packId, version, asked);
        String kind = asked.getFirst("jenis");
        try {
            if (REPLAY.equals(kind)) {
                Replay.Part part = new Replay.Part(Forms.id(asked, "sesudah"), LISTED, wish.ratingsOnly());
                return pages.page(PAGE, screen.view(wish, null, replay.run(wish.input(), part, locale())));
            }
            if (DRY_RUN.equals(kind) || asked.containsKey("periode")) {
                return pages.page(PAGE, screen.view(wish, dryRun.run(wish.input(), locale()), null));
            }
        } catch (ProblemException problem) {
            if (problem.problem() != Problem.INVALID_INPUT) {
                throw problem;
            }
            return pages.again(PAGE, screen.again(wish, asked, errors(problem)));
        }
        return pages.page(PAGE, screen.view(wish, null, null));
    }

    /** Everybody who moves, as a table for a spreadsheet. */
    @GET
    @Path("/unduh")
    @Produces("text/csv")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response download(@PathParam("pack") String packId, @PathParam("version") String version,
            @Context UriInfo address) {
        SimulationScreen.Wish wish = screen.wish(packId, version, address.getQueryParameters());
        ReplayView found = replay.run(wish.input(), new Replay.Part(null, EVERYBODY, wish.ratingsOnly()),
                locale());
        byte[] table = new MoversTable(pages.shell()).of(found.movers()).getBytes(StandardCharsets.UTF_8);
        return Attachment.of(packId + "-" + version + "-" + found.periodCode() + ".csv", "text/csv; charset=utf-8",
                new ByteArrayInputStream(table));
    }

    /** Parameters under the names of the page's fields. */
    private static FieldErrors errors(ProblemException problem) {
        List<FieldProblem> fields = problem.fields().stream().map(field -> new FieldProblem(
                field.field().replaceFirst("^parameters/", "form.").replaceFirst("^form\\.$", "form"),
                field.detail())).toList();
        return new FieldErrors(fields);
    }

    private Locale locale() {
        return visit.language().locale();
    }
}

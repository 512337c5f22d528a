package id.capaian.progress.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.progress.control.JudgeProgress;
import id.capaian.progress.control.ReadProgress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
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

/** Where the rater sees what a person recorded, with evidence, and lets it count or asks for more. */
@ApplicationScoped
@Path("/{tenant}/tim/{employee}/progres")
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {

    private static final String TEMPLATE = "progress/review";

    private final ReadProgress readProgress;
    private final JudgeProgress judgeProgress;
    private final Pages pages;

    ReviewPages() {
        this(null, null, null);
    }

    @Inject
    ReviewPages(ReadProgress readProgress, JudgeProgress judgeProgress, Pages pages) {
        this.readProgress = readProgress;
        this.judgeProgress = judgeProgress;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.RATER)
    public Response show(@PathParam("employee") UUID employeeId, @QueryParam("periode") String period) {
        return pages.page(TEMPLATE, view(employeeId, period, false, null, "", FieldErrors.NONE));
    }

    @POST
    @Path("/{entry}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RATER)
    public Response judge(@PathParam("employee") UUID employeeId, @PathParam("entry") UUID entryId,
            @QueryParam("periode") String period, @FormParam("accepted") boolean accepted,
            @FormParam("version") Long version, @FormParam("key") String key, MultivaluedMap<String, String> sent) {
        if (version == null) {
            throw new ProblemException(Problem.VERSION_NEEDED);
        }
        String field = ReviewView.field(entryId);
        String reason = accepted || sent.getFirst(field) == null ? "" : sent.getFirst(field);
        try {
            // One page has many forms and one key: the entry makes it the form's own.
            judgeProgress.judge(entryId, accepted, accepted ? null : reason, version, key + "/" + entryId);
        } catch (ProblemException e) {
            return again(e, employeeId, period, entryId, reason);
        }
        return pages.seeOther(pages.here(ReviewView.path(employeeId, period == null ? "" : period)),
                accepted ? "progress.review.accepted" : "progress.review.refused");
    }

    /**
     * Shows the page as it stands now with what was typed; a problem that is not about the form goes on to its page.
     */
    private Response again(ProblemException problem, UUID employeeId, String period, UUID entryId, String reason) {
        return switch (problem.problem()) {
            case REASON_NEEDED -> pages.again(TEMPLATE, view(employeeId, period, false, entryId, reason,
                    new FieldErrors(List.of(new FieldProblem(ReviewView.field(entryId),
                            pages.text("progress.review.reason.short"))))));
            case VERSION_STALE, MOVE_NOT_ALLOWED, PERIOD_NOT_OPEN ->
                    pages.again(TEMPLATE, view(employeeId, period, true, entryId, reason, FieldErrors.NONE));
            default -> throw problem;
        };
    }

    private ReviewView view(UUID employeeId, String period, boolean changed, UUID judged, String reason,
            FieldErrors errors) {
        return new ReviewView(readProgress.of(employeeId, period), UUID.randomUUID().toString(), changed, judged,
                reason, errors);
    }
}

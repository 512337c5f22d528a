package id.capaian.progress.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Pages;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Where the rater sees what a person recorded, with evidence, and lets it count or asks for more. */
@ApplicationScoped
@Path("/{tenant}/tim/{employee}/progres")
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {

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
    public Response show(@PathParam("employee") UUID employeeId) {
        return pages.page("progress/review",
                new ReviewView(readProgress.of(employeeId), UUID.randomUUID().toString(), false));
    }

    @POST
    @Path("/{entry}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RATER)
    public Response judge(@PathParam("employee") UUID employeeId, @PathParam("entry") UUID entryId,
            @FormParam("accepted") boolean accepted, @FormParam("version") Long version, @FormParam("key") String key) {
        if (version == null) {
            throw new ProblemException(Problem.VERSION_NEEDED);
        }
        try {
            // One page has many forms and one key: the entry makes it the form's own.
            judgeProgress.judge(entryId, accepted, version, key + "/" + entryId);
        } catch (ProblemException e) {
            if (e.problem() != Problem.VERSION_STALE && e.problem() != Problem.MOVE_NOT_ALLOWED) {
                throw e;
            }
            return pages.again("progress/review",
                    new ReviewView(readProgress.of(employeeId), UUID.randomUUID().toString(), true));
        }
        return pages.seeOther(pages.here("/tim/" + employeeId + "/progres"),
                accepted ? "progress.review.accepted" : "progress.review.refused");
    }
}

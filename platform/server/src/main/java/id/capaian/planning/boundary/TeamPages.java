package id.capaian.planning.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.control.DecideOnPlan;
import id.capaian.planning.control.ReadPlans;
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
import java.util.List;
import java.util.UUID;

/** Plans of a rater's people: which wait, and the decision about each. */
@ApplicationScoped
@Path("/{tenant}/skp/tim")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.RATER)
public class TeamPages {

    private static final String HOME = "/skp/tim";

    private final ReadPlans readPlans;
    private final DecideOnPlan decideOnPlan;
    private final Pages pages;

    TeamPages() {
        this(null, null, null);
    }

    @Inject
    TeamPages(ReadPlans readPlans, DecideOnPlan decideOnPlan, Pages pages) {
        this.readPlans = readPlans;
        this.decideOnPlan = decideOnPlan;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.RATER)
    public Response list() {
        return pages.page("planning/team", new TeamView(readPlans.team()));
    }

    @GET
    @Path("/{plan}")
    @RolesAllowed(Roles.RATER)
    public Response review(@PathParam("plan") UUID skpId) {
        return pages.page("planning/review", new ReviewView(readPlans.one(skpId, true), "", FieldErrors.NONE));
    }

    @POST
    @Path("/{plan}/setujui")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RATER)
    public Response approve(@PathParam("plan") UUID skpId, @FormParam("version") String version) {
        return decided(skpId, "planning.review.approved", "", () -> decideOnPlan.approve(skpId, Versions.of(version)));
    }

    @POST
    @Path("/{plan}/kembalikan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RATER)
    public Response returnPlan(@PathParam("plan") UUID skpId, @FormParam("version") String version,
            @FormParam("note") String note) {
        return decided(skpId, "planning.review.returned", note,
                () -> decideOnPlan.returnPlan(skpId, Versions.of(version), note));
    }

    @POST
    @Path("/{plan}/terima-revisi")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RATER)
    public Response acceptRevision(@PathParam("plan") UUID skpId, @FormParam("version") String version) {
        return decided(skpId, "planning.review.accepted", "",
                () -> decideOnPlan.acceptRevision(skpId, Versions.of(version)));
    }

    @POST
    @Path("/{plan}/tolak-revisi")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RATER)
    public Response refuseRevision(@PathParam("plan") UUID skpId, @FormParam("version") String version,
            @FormParam("note") String note) {
        return decided(skpId, "planning.review.refused", note,
                () -> decideOnPlan.refuseRevision(skpId, Versions.of(version), note));
    }

    /** Decides and leads back to the list; a problem the page itself can tell is told there, with what was typed. */
    private Response decided(UUID skpId, String flash, String note, Runnable decision) {
        try {
            decision.run();
            return pages.seeOther(pages.here(HOME), flash);
        } catch (ProblemException e) {
            FieldProblem told = switch (e.problem()) {
                case REASON_NEEDED -> new FieldProblem("note", pages.text("planning.reason.short"));
                case VERSION_STALE -> new FieldProblem("plan", pages.text("planning.stale"));
                default -> throw e;
            };
            return pages.again("planning/review",
                    new ReviewView(readPlans.one(skpId, true), note == null ? "" : note, new FieldErrors(List.of(told))));
        }
    }
}

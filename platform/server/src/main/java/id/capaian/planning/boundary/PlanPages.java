package id.capaian.planning.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.control.ChangePlan;
import id.capaian.planning.control.MakePlan;
import id.capaian.planning.control.MoveOwnPlan;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The own plan in the browser: see it, agree on targets, hand it in, ask to change it. */
@ApplicationScoped
@Path("/{tenant}/skp")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.EMPLOYEE)
public class PlanPages {

    private static final String TEMPLATE = "planning/own";
    private static final String HOME = "/skp";
    private static final String TARGET = "target-";
    private static final String REASON = "reason";

    private final ReadPlans readPlans;
    private final MakePlan makePlan;
    private final ChangePlan changePlan;
    private final MoveOwnPlan moveOwnPlan;
    private final Pages pages;

    PlanPages() {
        this(null, null, null, null, null);
    }

    @Inject
    PlanPages(ReadPlans readPlans, MakePlan makePlan, ChangePlan changePlan, MoveOwnPlan moveOwnPlan, Pages pages) {
        this.readPlans = readPlans;
        this.makePlan = makePlan;
        this.changePlan = changePlan;
        this.moveOwnPlan = moveOwnPlan;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.EMPLOYEE)
    public Response show() {
        return pages.page(TEMPLATE, view(Map.of(), "", FieldErrors.NONE));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response make() {
        makePlan.forOwnPost();
        return pages.seeOther(pages.here(HOME), "planning.made");
    }

    @POST
    @Path("/{plan}/target")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response targets(@PathParam("plan") UUID skpId, MultivaluedMap<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        Map<String, BigDecimal> targets = new HashMap<>();
        List<FieldProblem> wrong = new ArrayList<>();
        sent.forEach((field, values) -> {
            if (field.startsWith(TARGET)) {
                String code = field.substring(TARGET.length());
                typed.put(code, values.get(0));
                BigDecimal target = Decimals.positive(values.get(0));
                if (target == null) {
                    wrong.add(new FieldProblem(field, pages.text("planning.targets.wrong")));
                } else {
                    targets.put(code, target);
                }
            }
        });
        if (!wrong.isEmpty()) {
            return pages.again(TEMPLATE, view(typed, "", new FieldErrors(wrong)));
        }
        return moved("planning.targets.saved", typed, "",
                () -> changePlan.targets(skpId, Versions.of(sent.getFirst("version")), targets));
    }

    @POST
    @Path("/{plan}/ajukan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response submit(@PathParam("plan") UUID skpId, @FormParam("version") String version) {
        return moved("planning.submitted", () -> moveOwnPlan.submit(skpId, Versions.of(version)));
    }

    @POST
    @Path("/{plan}/tarik")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response withdraw(@PathParam("plan") UUID skpId, @FormParam("version") String version) {
        return moved("planning.withdrawn", () -> moveOwnPlan.withdraw(skpId, Versions.of(version)));
    }

    @POST
    @Path("/{plan}/perbaiki")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response rework(@PathParam("plan") UUID skpId, @FormParam("version") String version) {
        return moved("planning.reworked", () -> moveOwnPlan.rework(skpId, Versions.of(version)));
    }

    @POST
    @Path("/{plan}/revisi")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response requestRevision(@PathParam("plan") UUID skpId, @FormParam("version") String version,
            @FormParam(REASON) String reason) {
        return moved("planning.revision.sent", Map.of(), reason == null ? "" : reason,
                () -> moveOwnPlan.requestRevision(skpId, Versions.of(version), reason));
    }

    private Response moved(String flash, Runnable move) {
        return moved(flash, Map.of(), "", move);
    }

    /** Does it and leads back; a problem the page itself can tell is told there, with what was typed. */
    private Response moved(String flash, Map<String, String> targets, String reason, Runnable move) {
        try {
            move.run();
            return pages.seeOther(pages.here(HOME), flash);
        } catch (ProblemException e) {
            String field = e.problem() == Problem.REASON_NEEDED ? REASON : "plan";
            String key = switch (e.problem()) {
                case REASON_NEEDED -> "planning.reason.short";
                case VERSION_STALE -> "planning.stale";
                default -> throw e;
            };
            return pages.again(TEMPLATE,
                    view(targets, reason, new FieldErrors(List.of(new FieldProblem(field, pages.text(key))))));
        }
    }

    private OwnPlanView view(Map<String, String> targets, String reason, FieldErrors errors) {
        return OwnPlanView.of(readPlans.ownWithValues(), targets, reason, errors);
    }
}

package id.capaian.planning.boundary;

import id.capaian.extension.PackForm;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.boundary.OwnPlanView.Typed;
import id.capaian.planning.control.AnswerPlanForm;
import id.capaian.planning.control.ChangePlan;
import id.capaian.planning.control.MakePlan;
import id.capaian.planning.control.MovePlan;
import id.capaian.planning.control.PlanMove;
import id.capaian.planning.control.PlanSheet;
import id.capaian.planning.control.ReadPlans;
import id.capaian.planning.control.ReadPlans.ReadPlan;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The own plan in the browser: see it, agree on targets, answer the pack's form, hand it in, ask to change it. */
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
    private final AnswerPlanForm answerPlanForm;
    private final MovePlan movePlan;
    private final Pages pages;

    PlanPages() {
        this(null, null, null, null, null, null);
    }

    @Inject
    PlanPages(ReadPlans readPlans, MakePlan makePlan, ChangePlan changePlan, AnswerPlanForm answerPlanForm,
            MovePlan movePlan, Pages pages) {
        this.readPlans = readPlans;
        this.makePlan = makePlan;
        this.changePlan = changePlan;
        this.answerPlanForm = answerPlanForm;
        this.movePlan = movePlan;
        this.pages = pages;
    }

    @GET
    @RolesAllowed(Roles.EMPLOYEE)
    public Response show() {
        return pages.page(TEMPLATE, view(readPlans.ownWithValues(), Typed.NOTHING, FieldErrors.NONE));
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
        Typed kept = new Typed(typed, "", null);
        if (!wrong.isEmpty()) {
            return again(kept, wrong);
        }
        return done("planning.targets.saved", kept,
                () -> changePlan.targets(skpId, Versions.of(sent.getFirst("version")), targets));
    }

    @POST
    @Path("/{plan}/formulir")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response answer(@PathParam("plan") UUID skpId, MultivaluedMap<String, String> sent) {
        ReadPlan read = readPlans.ownWithValues();
        if (read.form() == null) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        PackForm form = form(read);
        Optional<String> reshaped = form.reshaped(sent);
        if (reshaped.isPresent()) {
            return pages.page(TEMPLATE, view(read, new Typed(Map.of(), "", reshaped.get()), FieldErrors.NONE));
        }
        String answers = form.answers(sent);
        return done("planning.form.saved", new Typed(Map.of(), "", answers), () -> answerPlanForm.answer(skpId,
                Versions.of(sent.getFirst("version")), answers, sent.getFirst("key"), locale()));
    }

    @POST
    @Path("/{plan}/ajukan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response submit(@PathParam("plan") UUID skpId, @FormParam("version") String version) {
        return move(PlanMove.SUBMIT, skpId, version, null, "planning.submitted");
    }

    @POST
    @Path("/{plan}/tarik")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response withdraw(@PathParam("plan") UUID skpId, @FormParam("version") String version) {
        return move(PlanMove.WITHDRAW, skpId, version, null, "planning.withdrawn");
    }

    @POST
    @Path("/{plan}/perbaiki")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response rework(@PathParam("plan") UUID skpId, @FormParam("version") String version) {
        return move(PlanMove.REWORK, skpId, version, null, "planning.reworked");
    }

    @POST
    @Path("/{plan}/revisi")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response requestRevision(@PathParam("plan") UUID skpId, @FormParam("version") String version,
            @FormParam(REASON) String reason) {
        return move(PlanMove.REQUEST_REVISION, skpId, version, reason, "planning.revision.sent");
    }

    private Response move(PlanMove move, UUID skpId, String version, String reason, String flash) {
        return done(flash, new Typed(Map.of(), reason == null ? "" : reason, null),
                () -> movePlan.move(move, skpId, Versions.of(version), reason));
    }

    /** Does it and leads back; a problem the page itself can tell is told there, with what was typed. */
    private Response done(String flash, Typed typed, Runnable act) {
        try {
            act.run();
            return pages.seeOther(pages.here(HOME), flash);
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case REASON_NEEDED -> again(typed, List.of(new FieldProblem(REASON,
                        pages.text("planning.reason.short"))));
                case VERSION_STALE -> again(typed, List.of(new FieldProblem("plan", pages.text("planning.stale"))));
                case INVALID_INPUT -> {
                    if (typed.answers() == null) {
                        throw e;
                    }
                    yield again(typed, form(readPlans.ownWithValues()).placed(e.fields(), typed.answers()));
                }
                default -> throw e;
            };
        }
    }

    private Response again(Typed typed, List<FieldProblem> problems) {
        return pages.again(TEMPLATE, view(readPlans.ownWithValues(), typed, new FieldErrors(problems)));
    }

    private OwnPlanView view(ReadPlan read, Typed typed, FieldErrors errors) {
        String key = UUID.randomUUID().toString();
        if (read.form() == null) {
            return new OwnPlanView(read, List.of(), false, typed, errors, key);
        }
        PackForm form = form(read);
        PlanSheet editable = read.draft() == null ? read.plan() : read.draft();
        String answers = typed.answers() == null ? editable.planAnswers() : typed.answers();
        return new OwnPlanView(read, form.groups(answers), form.hasRules(), typed, errors, key);
    }

    private PackForm form(ReadPlan read) {
        return new PackForm(read.form(), pages.shell().language());
    }

    private Locale locale() {
        return Locale.forLanguageTag(pages.shell().language());
    }
}

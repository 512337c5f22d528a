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
import id.capaian.planning.control.PlanState;
import id.capaian.planning.control.ReadPlans.MyPlans;
import id.capaian.planning.control.ReadPlans.ReadPlan;
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
    private static final String VERSION = "version";
    private static final String KEY = "key";
    /** What is said about the plan as a whole. */
    private static final String PLAN = "plan";

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
        return pages.page(TEMPLATE, view(readPlans.mine(null), Typed.NOTHING, FieldErrors.NONE));
    }

    @GET
    @Path("/{plan}")
    @RolesAllowed(Roles.EMPLOYEE)
    public Response one(@PathParam("plan") UUID skpId) {
        return pages.page(TEMPLATE, view(readPlans.mine(skpId), Typed.NOTHING, FieldErrors.NONE));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response make(@FormParam("assignment") UUID assignmentId, @FormParam(KEY) String key) {
        try {
            PlanState made = makePlan.forPost(assignmentId, key);
            return pages.seeOther(page(made.skpId()), "planning.made");
        } catch (ProblemException e) {
            String told = switch (e.problem()) {
                case CONFLICT -> "planning.make.has-one";
                case PACK_NOT_READY -> "planning.make.pack-not-ready";
                case NOT_FOUND -> "planning.make.no-post";
                case IDEMPOTENCY_KEY_REUSED -> "planning.stale";
                default -> throw e;
            };
            return again(null, Typed.NOTHING, List.of(new FieldProblem(PLAN, pages.text(told))));
        }
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
            return again(skpId, kept, wrong);
        }
        return done(skpId, "planning.targets.saved", kept, () -> changePlan.targets(skpId,
                Versions.of(sent.getFirst(VERSION)), targets, sent.getFirst(KEY)));
    }

    @POST
    @Path("/{plan}/formulir")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response answer(@PathParam("plan") UUID skpId, MultivaluedMap<String, String> sent) {
        MyPlans mine = readPlans.mine(skpId);
        PackForm form = new PackForm(readPlans.formToAnswer(editable(mine.shown())), pages.shell().language());
        Optional<String> reshaped = form.reshaped(sent);
        if (reshaped.isPresent()) {
            return pages.page(TEMPLATE, view(mine, new Typed(Map.of(), "", reshaped.get()), FieldErrors.NONE));
        }
        String answers = form.answers(sent);
        return done(skpId, "planning.form.saved", new Typed(Map.of(), "", answers), () -> answerPlanForm.answer(skpId,
                Versions.of(sent.getFirst(VERSION)), answers, sent.getFirst(KEY), locale()));
    }

    @POST
    @Path("/{plan}/ajukan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response submit(@PathParam("plan") UUID skpId, @FormParam(VERSION) String version,
            @FormParam(KEY) String key) {
        return move(PlanMove.SUBMIT, skpId, version, null, key, "planning.submitted");
    }

    @POST
    @Path("/{plan}/tarik")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response withdraw(@PathParam("plan") UUID skpId, @FormParam(VERSION) String version,
            @FormParam(KEY) String key) {
        return move(PlanMove.WITHDRAW, skpId, version, null, key, "planning.withdrawn");
    }

    @POST
    @Path("/{plan}/perbaiki")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response rework(@PathParam("plan") UUID skpId, @FormParam(VERSION) String version,
            @FormParam(KEY) String key) {
        return move(PlanMove.REWORK, skpId, version, null, key, "planning.reworked");
    }

    @POST
    @Path("/{plan}/revisi")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response requestRevision(@PathParam("plan") UUID skpId, @FormParam(VERSION) String version,
            @FormParam(REASON) String reason, @FormParam(KEY) String key) {
        return move(PlanMove.REQUEST_REVISION, skpId, version, reason, key, "planning.revision.sent");
    }

    @POST
    @Path("/{plan}/batalkan-revisi")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response cancelRevision(@PathParam("plan") UUID skpId, @FormParam(VERSION) String version,
            @FormParam(KEY) String key) {
        return move(PlanMove.CANCEL_REVISION, skpId, version, null, key, "planning.revision.cancelled");
    }

    private Response move(PlanMove move, UUID skpId, String version, String reason, String key, String flash) {
        return done(skpId, flash, new Typed(Map.of(), reason == null ? "" : reason, null),
                () -> movePlan.move(move, skpId, Versions.of(version), reason, key));
    }

    /** Does it and leads back; a problem the page itself can tell is told there, with what was typed. */
    private Response done(UUID skpId, String flash, Typed typed, Runnable act) {
        try {
            act.run();
            return pages.seeOther(page(skpId), flash);
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case REASON_NEEDED -> again(skpId, typed, List.of(new FieldProblem(REASON,
                        pages.text("planning.reason.short"))));
                case VERSION_STALE, IDEMPOTENCY_KEY_REUSED -> again(skpId, typed,
                        List.of(new FieldProblem(PLAN, pages.text("planning.stale"))));
                case INVALID_INPUT -> again(skpId, typed, placed(skpId, e, typed));
                default -> throw e;
            };
        }
    }

    private List<FieldProblem> placed(UUID skpId, ProblemException e, Typed typed) {
        return typed.answers() == null ? Gaps.worded(e, pages)
                : form(readPlans.mine(skpId).shown()).placed(e.fields(), typed.answers());
    }

    private String page(UUID skpId) {
        return pages.here(HOME + "/" + skpId);
    }

    private Response again(UUID skpId, Typed typed, List<FieldProblem> problems) {
        return pages.again(TEMPLATE, view(readPlans.mine(skpId), typed, new FieldErrors(problems)));
    }

    private OwnPlanView view(MyPlans mine, Typed typed, FieldErrors errors) {
        String key = UUID.randomUUID().toString();
        ReadPlan read = mine.shown();
        if (read.form() == null) {
            return new OwnPlanView(mine, List.of(), false, typed, errors, key);
        }
        PackForm form = form(read);
        String answers = typed.answers() == null ? editable(read).planAnswers() : typed.answers();
        return new OwnPlanView(mine, form.groups(answers), form.hasRules(), typed, errors, key);
    }

    private static PlanSheet editable(ReadPlan read) {
        return read.draft() == null ? read.plan() : read.draft();
    }

    private PackForm form(ReadPlan read) {
        return new PackForm(read.form(), pages.shell().language());
    }

    private Locale locale() {
        return Locale.forLanguageTag(pages.shell().language());
    }
}

package id.capaian.planning.boundary;

import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Language;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.boundary.ResultFormView.Typed;
import id.capaian.planning.control.PlanSheet.ResultLine;
import id.capaian.planning.control.PlanSheet;
import id.capaian.planning.control.ReadPlans.ReadPlan;
import id.capaian.planning.control.ReadPlans;
import id.capaian.planning.control.ResultInput;
import id.capaian.planning.control.WriteResults;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Results of the own draft that its owner writes by hand, one page each; rows come and go without JavaScript. */
@ApplicationScoped
@Path("/{tenant}/skp")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.EMPLOYEE)
public class PlanResultPages {

    private static final String TEMPLATE = "planning/result";

    private final ReadPlans readPlans;
    private final WriteResults writeResults;
    private final Pages pages;

    PlanResultPages() {
        this(null, null, null);
    }

    @Inject
    PlanResultPages(ReadPlans readPlans, WriteResults writeResults, Pages pages) {
        this.readPlans = readPlans;
        this.writeResults = writeResults;
        this.pages = pages;
    }

    @GET
    @Path("/{plan}/hasil/baru")
    @RolesAllowed(Roles.EMPLOYEE)
    public Response blank(@PathParam("plan") UUID skpId) {
        PlanSheet draft = draft(skpId);
        return pages.page(TEMPLATE, view(draft, null, Typed.blank(draft), List.of()));
    }

    @GET
    @Path("/{plan}/hasil/{no}")
    @RolesAllowed(Roles.EMPLOYEE)
    public Response one(@PathParam("plan") UUID skpId, @PathParam("no") int no) {
        PlanSheet draft = draft(skpId);
        return pages.page(TEMPLATE, view(draft, no, Typed.of(result(draft, no)), List.of()));
    }

    @POST
    @Path("/{plan}/hasil")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response add(@PathParam("plan") UUID skpId, MultivaluedMap<String, String> sent) {
        return save(skpId, null, sent);
    }

    @POST
    @Path("/{plan}/hasil/{no}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response change(@PathParam("plan") UUID skpId, @PathParam("no") int no,
            MultivaluedMap<String, String> sent) {
        return save(skpId, no, sent);
    }

    @POST
    @Path("/{plan}/hasil/{no}/hapus")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.EMPLOYEE)
    public Response remove(@PathParam("plan") UUID skpId, @PathParam("no") int no,
            MultivaluedMap<String, String> sent) {
        PlanSheet draft = draft(skpId);
        Typed kept = Typed.of(result(draft, no));
        return done(draft, no, kept, "planning.result.removed", () -> writeResults.remove(skpId,
                Versions.of(sent.getFirst("version")), no, language(), sent.getFirst("key")));
    }

    private Response save(UUID skpId, Integer no, MultivaluedMap<String, String> sent) {
        PlanSheet draft = draft(skpId);
        ResultForm form = new ResultForm(sent);
        Optional<Typed> reshaped = form.reshaped();
        if (reshaped.isPresent()) {
            return pages.page(TEMPLATE, view(draft, no, reshaped.get(), List.of()));
        }
        Typed typed = form.typed();
        ResultInput input = form.input(ResultFormView.byPerspective(draft),
                pages.text("planning.result.wrong.number"));
        if (!form.unreadable().isEmpty()) {
            return pages.again(TEMPLATE, view(draft, no, typed, form.unreadable()));
        }
        long version = Versions.of(sent.getFirst("version"));
        String key = sent.getFirst("key");
        return done(draft, no, typed, "planning.result.saved", () -> {
            if (no == null) {
                writeResults.add(skpId, version, input, language(), key);
            } else {
                writeResults.change(skpId, version, no, input, language(), key);
            }
        });
    }

    /** Does it and leads back to the plan; a refusal is told on the page, with everything typed. */
    private Response done(PlanSheet draft, Integer no, Typed typed, String flash, Runnable act) {
        try {
            act.run();
            return pages.seeOther(pages.here("/skp/" + draft.skpId()), flash);
        } catch (ProblemException e) {
            List<FieldProblem> told = switch (e.problem()) {
                case INVALID_INPUT -> ResultForm.placed(e.fields());
                case VERSION_STALE, IDEMPOTENCY_KEY_REUSED -> List.of(new FieldProblem("plan",
                        pages.text("planning.stale")));
                case MOVE_NOT_ALLOWED -> List.of(new FieldProblem("plan", pages.text("planning.result.no-draft")));
                default -> throw e;
            };
            return pages.again(TEMPLATE, view(draft(draft.skpId()), no, typed, told));
        }
    }

    /** The version of an own plan that may be changed, as it stands now. */
    private PlanSheet draft(UUID skpId) {
        ReadPlan read = readPlans.mine(skpId).shown();
        return read.draft() == null ? read.plan() : read.draft();
    }

    private static ResultLine result(PlanSheet draft, int no) {
        return draft.results().stream().filter(line -> line.sequence() == no).findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private Language language() {
        return Language.of(pages.shell().language());
    }

    private static String locked(PlanSheet draft, Integer no) {
        if (!"DRAFT".equals(draft.status())) {
            return "planning.result.no-draft";
        }
        boolean ofSet = no != null && draft.results().stream()
                .anyMatch(line -> line.sequence() == no && !line.byHand());
        return ofSet ? "planning.result.wrong.of-set" : null;
    }

    private static ResultFormView view(PlanSheet draft, Integer no, Typed typed, List<FieldProblem> wrong) {
        return new ResultFormView(draft, no, locked(draft, no), typed, new FieldErrors(wrong),
                UUID.randomUUID().toString());
    }
}

package id.capaian.planning.boundary;

import id.capaian.extension.FormGroup;
import id.capaian.extension.PackForm;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.control.MovePlan;
import id.capaian.planning.control.PlanMove;
import id.capaian.planning.control.ReadPlans.ReadPlan;
import id.capaian.planning.control.ReadPlans;
import id.capaian.planning.control.SetExpectations.Expectation;
import id.capaian.planning.control.SetExpectations.ExpectationsInput;
import id.capaian.planning.control.SetExpectations;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plans of a rater's people: which wait, and the decision about each. */
@ApplicationScoped
@Path("/{tenant}/skp/tim")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.RATER)
public class TeamPages {

    private static final String HOME = "/skp/tim";
    private static final String NOTE = "note";
    private static final String KEY = "key";
    /** Fields of expectations, see {@link ReviewView}. */
    private static final Pattern FIELD = Pattern.compile("(result|value)-\\d{1,3}");
    /** Characters of an expectation, as the interface allows. */
    private static final int LONGEST = 1000;

    private static final String TEMPLATE = "planning/review";

    private final ReadPlans readPlans;
    private final MovePlan movePlan;
    private final SetExpectations setExpectations;
    private final Pages pages;

    TeamPages() {
        this(null, null, null, null);
    }

    @Inject
    TeamPages(ReadPlans readPlans, MovePlan movePlan, SetExpectations setExpectations, Pages pages) {
        this.readPlans = readPlans;
        this.movePlan = movePlan;
        this.setExpectations = setExpectations;
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
        return pages.page(TEMPLATE, view(skpId, "", Map.of(), FieldErrors.NONE));
    }

    @POST
    @Path("/{plan}/ekspektasi")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RATER)
    public Response expect(@PathParam("plan") UUID skpId, MultivaluedMap<String, String> sent) {
        Map<String, String> typed = sent.entrySet().stream().filter(field -> FIELD.matcher(field.getKey()).matches())
                // Browsers send a line's end as two characters and count it as one.
                .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().get(0).replace("\r\n", "\n")));
        ExpectationsInput input = new ExpectationsInput(of(typed, "result-"), of(typed, "value-"));
        List<FieldProblem> tooLong = typed.entrySet().stream().filter(field -> field.getValue().length() > LONGEST)
                .map(field -> new FieldProblem(field.getKey(), pages.text("planning.expectation.long", LONGEST)))
                .toList();
        if (!tooLong.isEmpty()) {
            return pages.again(TEMPLATE, view(skpId, "", typed, new FieldErrors(tooLong)));
        }
        return done(skpId, HOME + "/" + skpId, "planning.expectations.saved", "", typed,
                () -> setExpectations.set(skpId, Versions.of(sent.getFirst("version")), input, sent.getFirst(KEY)));
    }

    private static List<Expectation> of(Map<String, String> typed, String prefix) {
        return typed.entrySet().stream().filter(field -> field.getKey().startsWith(prefix))
                .map(field -> new Expectation(Integer.parseInt(field.getKey().substring(prefix.length())),
                        field.getValue()))
                .sorted(Comparator.comparingInt(Expectation::no)).toList();
    }

    @POST
    @Path("/{plan}/setujui")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RATER)
    public Response approve(@PathParam("plan") UUID skpId, @FormParam("version") String version,
            @FormParam(KEY) String key) {
        return decide(PlanMove.APPROVE, skpId, version, null, key, "planning.review.approved");
    }

    @POST
    @Path("/{plan}/kembalikan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RATER)
    public Response returnPlan(@PathParam("plan") UUID skpId, @FormParam("version") String version,
            @FormParam(NOTE) String note, @FormParam(KEY) String key) {
        return decide(PlanMove.RETURN, skpId, version, note, key, "planning.review.returned");
    }

    @POST
    @Path("/{plan}/terima-revisi")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RATER)
    public Response acceptRevision(@PathParam("plan") UUID skpId, @FormParam("version") String version,
            @FormParam(KEY) String key) {
        return decide(PlanMove.ACCEPT_REVISION, skpId, version, null, key, "planning.review.accepted");
    }

    @POST
    @Path("/{plan}/tolak-revisi")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.RATER)
    public Response refuseRevision(@PathParam("plan") UUID skpId, @FormParam("version") String version,
            @FormParam(NOTE) String note, @FormParam(KEY) String key) {
        return decide(PlanMove.REFUSE_REVISION, skpId, version, note, key, "planning.review.refused");
    }

    private Response decide(PlanMove move, UUID skpId, String version, String note, String key, String flash) {
        return done(skpId, HOME, flash, note == null ? "" : note, Map.of(),
                () -> movePlan.move(move, skpId, Versions.of(version), note, key));
    }

    /** Does it and leads on; a problem the page itself can tell is told there, with what was typed. */
    private Response done(UUID skpId, String next, String flash, String note, Map<String, String> typed, Runnable act) {
        try {
            act.run();
            return pages.seeOther(pages.here(next), flash);
        } catch (ProblemException e) {
            FieldProblem told = switch (e.problem()) {
                case REASON_NEEDED -> new FieldProblem(NOTE, pages.text("planning.reason.short"));
                case VERSION_STALE, IDEMPOTENCY_KEY_REUSED -> new FieldProblem("plan", pages.text("planning.stale"));
                case MOVE_NOT_ALLOWED -> new FieldProblem("plan", pages.text("planning.review.moved"));
                default -> throw e;
            };
            return pages.again(TEMPLATE, view(skpId, note, typed, new FieldErrors(List.of(told))));
        }
    }

    private ReviewView view(UUID skpId, String note, Map<String, String> typed, FieldErrors errors) {
        ReadPlan read = readPlans.one(skpId, true);
        List<FormGroup> form = read.form() == null || read.plan().planAnswers() == null ? List.of()
                : new PackForm(read.form(), pages.shell().language()).groups(read.plan().planAnswers());
        return new ReviewView(read, form, note, typed, errors, UUID.randomUUID().toString());
    }
}

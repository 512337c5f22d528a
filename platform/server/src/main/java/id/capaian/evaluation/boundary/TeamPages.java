package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.BeginReview;
import id.capaian.evaluation.control.CalibrateEvaluation;
import id.capaian.evaluation.control.DeliverEvaluation;
import id.capaian.evaluation.control.ExcludeEvaluation;
import id.capaian.evaluation.control.RateEvaluation;
import id.capaian.evaluation.control.ReadDistribution;
import id.capaian.evaluation.control.ReadEvaluations;
import id.capaian.evaluation.control.ReadQueue;
import id.capaian.evaluation.control.ReadRaterScores;
import id.capaian.evaluation.control.ReopenEvaluation;
import id.capaian.evaluation.control.ReplaceParties;
import id.capaian.evaluation.control.ScoreRater;
import id.capaian.evaluation.control.SettleObjection;
import id.capaian.evaluation.control.StartRun;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.identity.Roles;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.BehaviourValue;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The rater's people and what is done with each; the same page serves heads, superiors and the personnel agency. */
@ApplicationScoped
@Path("/{tenant}/tim")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class TeamPages {

    private static final String ONE = "evaluation/one";
    private static final String LIST = "evaluation/team";

    private final ReadEvaluations readEvaluations;
    private final ReadQueue readQueue;
    private final RateEvaluation rateEvaluation;
    private final CalibrateEvaluation calibrateEvaluation;
    private final DeliverEvaluation deliverEvaluation;
    private final SettleObjection settleObjection;
    private final ReopenEvaluation reopenEvaluation;
    private final BeginReview beginReview;
    private final ExcludeEvaluation excludeEvaluation;
    private final ReplaceParties replaceParties;
    private final StartRun startRun;
    private final ScoreRater scoreRater;
    private final ReadRaterScores readRaterScores;
    private final ReadDistribution readDistribution;
    private final Panels panels;
    private final EvaluationScreen screen;
    private final Pages pages;
    private final Caller caller;

    TeamPages() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    TeamPages(ReadEvaluations readEvaluations, ReadQueue readQueue, RateEvaluation rateEvaluation,
            CalibrateEvaluation calibrateEvaluation, DeliverEvaluation deliverEvaluation,
            SettleObjection settleObjection, ReopenEvaluation reopenEvaluation, BeginReview beginReview,
            ExcludeEvaluation excludeEvaluation, ReplaceParties replaceParties, StartRun startRun,
            ScoreRater scoreRater, ReadRaterScores readRaterScores, ReadDistribution readDistribution, Panels panels,
            EvaluationScreen screen, Pages pages, Caller caller) {
        this.readEvaluations = readEvaluations;
        this.readQueue = readQueue;
        this.rateEvaluation = rateEvaluation;
        this.calibrateEvaluation = calibrateEvaluation;
        this.deliverEvaluation = deliverEvaluation;
        this.settleObjection = settleObjection;
        this.reopenEvaluation = reopenEvaluation;
        this.beginReview = beginReview;
        this.excludeEvaluation = excludeEvaluation;
        this.replaceParties = replaceParties;
        this.startRun = startRun;
        this.scoreRater = scoreRater;
        this.readRaterScores = readRaterScores;
        this.readDistribution = readDistribution;
        this.panels = panels;
        this.screen = screen;
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.RATER, Roles.RATER_SUPERIOR})
    public Response list(@QueryParam("periode") String period) {
        return pages.page(LIST, view(period));
    }

    private TeamPageView view(String period) {
        List<Option> periods = readEvaluations.periods().stream()
                .map(one -> new Option(one.code(), one.name())).toList();
        List<TeamRow> objections = caller.has(Roles.RATER_SUPERIOR) ? readEvaluations.objections() : List.of();
        TeamView team = readEvaluations.team(period);
        return new TeamPageView(team, periods, objections,
                readRaterScores.in(period).stream().map(panels::of).toList(), readEvaluations.reviews(team.periodId()),
                readDistribution.ofMyTeam(period), key(), null);
    }

    @POST
    @Path("/sampaikan")
    @RolesAllowed(Roles.RATER)
    public Response deliverAll(MultivaluedMap<String, String> form) {
        String period = Forms.text(form, "periode");
        try {
            scoreRater.listIn(period);
            deliverEvaluation.deliverAllRated(period, Forms.key(form));
        } catch (ProblemException problem) {
            return switch (problem.problem()) {
                case RATER_LIST_INCOMPLETE, RATER_LIST_NOT_SCORED, DISTRIBUTION_NOT_JUSTIFIED, HEAD_RATING_OUTDATED ->
                        pages.page(problem.problem().status(), LIST, view(period).refused(problem));
                default -> throw problem;
            };
        }
        return pages.seeOther(pages.here("/tim?periode=" + readEvaluations.period(period).code()),
                "evaluation.delivered");
    }

    @POST
    @Path("/saran")
    @RolesAllowed(Roles.RATER)
    public Response suggest(MultivaluedMap<String, String> form) {
        RunView run = startRun.start(Forms.text(form, "periode"), new RunInput(null), Forms.key(form));
        return pages.seeOther(pages.here("/evaluasi/" + run.runId()), null);
    }

    @GET
    @Path("/{evaluation}")
    @RolesAllowed({Roles.EMPLOYEE, Roles.REGION_HR_ADMIN})
    public Response show(@PathParam("evaluation") UUID id) {
        return screen.show(ONE, id);
    }

    @POST
    @Path("/{evaluation}/periksa-ulang")
    @RolesAllowed({Roles.EMPLOYEE, Roles.REGION_HR_ADMIN})
    public Response recompute(@PathParam("evaluation") UUID id) {
        return screen.recompute(id, "/tim/" + id);
    }

    /**
     * The rater's sheet: one form for marks and ratings. The button says whether marks alone are saved, or all of it;
     * then the next person comes.
     */
    @POST
    @Path("/{evaluation}/nilai")
    @RolesAllowed(Roles.RATER)
    public Response rate(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        SheetForm sheet = new SheetForm(form);
        return screen.act(ONE, id, form, () -> sheet.savesMarksOnly() ? marked(id, form, sheet)
                : rated(id, form, sheet));
    }

    private Response marked(UUID id, MultivaluedMap<String, String> form, SheetForm sheet) {
        EvaluationView marked = rateEvaluation.mark(id, Forms.change(form), sheet.someMarks());
        if (sheet.holdsRatingsBeyond(marked)) {
            return screen.keep(ONE, id, form, "evaluation.marked.ratings-open");
        }
        if (marked.marks().size() < BehaviourValue.values().length) {
            return pages.seeOther(pages.here("/tim/" + id), "evaluation.marked.partly");
        }
        return on(readQueue.after(id).map(QueueView::nextUnmarked), marked, "evaluation.marked");
    }

    private Response rated(UUID id, MultivaluedMap<String, String> form, SheetForm sheet) {
        EvaluationView rated = rateEvaluation.markAndRate(id, Forms.change(form), sheet.marks(), sheet.rating());
        scoreRater.listOf(id);
        return on(readQueue.after(id).map(QueueView::nextUnrated), rated, "evaluation.rated");
    }

    /** To the next person who waits, whose page says of whom it speaks, so that thirty take thirty forms; else to the list. */
    private Response on(Optional<QueueView.Next> next, EvaluationView done, String flash) {
        return next.map(one -> pages.seeOther(pages.here("/tim/" + one.evaluationId()), flash + ".next"))
                .orElseGet(() -> pages.seeOther(pages.here("/tim?periode=" + done.periodCode()), flash));
    }

    /** Computes the suggestion of this person anew; the page shows it when it is there. */
    @POST
    @Path("/{evaluation}/saran")
    @RolesAllowed(Roles.RATER)
    public Response suggestAnew(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return screen.act(ONE, id, form, () -> {
            startRun.startForOne(id, Forms.key(form));
            return pages.seeOther(pages.here("/tim/" + id), "evaluation.computing");
        });
    }

    @POST
    @Path("/{evaluation}/kembalikan")
    @RolesAllowed(Roles.RATER)
    public Response returnForEvidence(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.returned", now -> Forms.named(Map.of("note", "returnNote"), () ->
                rateEvaluation.returnForEvidence(id, Forms.change(form),
                        new TextInput(Forms.text(form, "returnNote")))));
    }

    @POST
    @Path("/{evaluation}/sampaikan")
    @RolesAllowed({Roles.RATER, Roles.UNIT_HEAD})
    public Response deliver(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.delivered", now -> {
            scoreRater.listOf(id);
            return deliverEvaluation.deliver(id, Forms.change(form));
        });
    }

    @POST
    @Path("/{evaluation}/penyelarasan")
    @RolesAllowed({Roles.RATER, Roles.UNIT_HEAD})
    public Response sendToCalibration(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.calibrating", now -> calibrateEvaluation.send(id, Forms.change(form)));
    }

    @POST
    @Path("/{evaluation}/penyelarasan/selesai")
    @RolesAllowed(Roles.UNIT_HEAD)
    public Response calibrate(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.calibrated", now -> calibrateEvaluation.calibrate(id, Forms.change(form),
                new CalibrationInput(Forms.text(form, "resultRating"), Forms.text(form, "behaviourRating"),
                        Forms.text(form, "reason"))));
    }

    @POST
    @Path("/{evaluation}/penjelasan")
    @RolesAllowed(Roles.RATER)
    public Response explain(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.explained", now ->
                settleObjection.explain(id, Forms.change(form), new TextInput(Forms.text(form, "explanation"))));
    }

    @POST
    @Path("/{evaluation}/keputusan")
    @RolesAllowed(Roles.RATER_SUPERIOR)
    public Response decide(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.decided", now -> settleObjection.decide(id, Forms.change(form),
                new DecisionInput(Forms.text(form, "decision"), Forms.text(form, "resultRating"),
                        Forms.text(form, "behaviourRating"), Forms.text(form, "decisionReason"))));
    }

    @POST
    @Path("/{evaluation}/mulai")
    @RolesAllowed(Roles.RATER)
    public Response beginWithoutSubmission(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.begun", now -> beginReview.withoutSubmission(id, Forms.change(form)));
    }

    @POST
    @Path("/{evaluation}/keluarkan")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response exclude(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.excluded", now ->
                excludeEvaluation.exclude(id, Forms.change(form), new TextInput(Forms.text(form, "exclusion"))));
    }

    @POST
    @Path("/{evaluation}/masukkan")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response reinstate(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.reinstated", now ->
                excludeEvaluation.reinstate(id, Forms.change(form)));
    }

    @POST
    @Path("/{evaluation}/buka")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response reopen(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.reopened", now ->
                reopenEvaluation.reopen(id, Forms.change(form), new TextInput(Forms.text(form, "order"))));
    }

    @POST
    @Path("/{evaluation}/penilai")
    @RolesAllowed(Roles.REGION_HR_ADMIN)
    public Response replaceParties(@PathParam("evaluation") UUID id, MultivaluedMap<String, String> form) {
        return act(id, form, "evaluation.parties.saved", now -> Forms.named(Map.of("order", "partiesOrder"), () ->
                replaceParties.replace(id, Forms.change(form), new PartiesInput(Forms.text(form, "rater"),
                        Forms.text(form, "superior"), Forms.text(form, "partiesOrder")))));
    }

    private Response act(UUID id, MultivaluedMap<String, String> form, String flash,
            Function<UUID, EvaluationView> act) {
        return screen.act(ONE, id, form, () -> {
            act.apply(id);
            return pages.seeOther(pages.here("/tim/" + id), flash);
        });
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}

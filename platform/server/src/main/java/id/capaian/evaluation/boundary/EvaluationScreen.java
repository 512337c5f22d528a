package id.capaian.evaluation.boundary;

import id.capaian.evaluation.control.ReadDocuments;
import id.capaian.evaluation.control.ReadEvaluations;
import id.capaian.evaluation.control.ReadQueue;
import id.capaian.evaluation.control.Recompute;
import id.capaian.evaluation.entity.AnswerTerm;
import id.capaian.evaluation.entity.Rating;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.kernel.page.Pages;
import id.capaian.kernel.page.Visit;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.progress.Review;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows one evaluation, and shows it again with everything typed when an act is refused. */
@ApplicationScoped
class EvaluationScreen {

    private final ReadEvaluations readEvaluations;
    private final ReadQueue readQueue;
    private final ReadDocuments readDocuments;
    private final Recompute recompute;
    private final Panels panels;
    private final Spoken spoken;
    private final Pages pages;
    private final Visit visit;
    private final Clock clock;

    EvaluationScreen() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    EvaluationScreen(ReadEvaluations readEvaluations, ReadQueue readQueue, ReadDocuments readDocuments,
            Recompute recompute, Panels panels, Spoken spoken, Pages pages, Visit visit, Clock clock) {
        this.readEvaluations = readEvaluations;
        this.readQueue = readQueue;
        this.readDocuments = readDocuments;
        this.recompute = recompute;
        this.panels = panels;
        this.spoken = spoken;
        this.pages = pages;
        this.visit = visit;
        this.clock = clock;
    }

    Response show(String template, UUID evaluationId) {
        return pages.page(template, view(evaluationId, none -> FieldErrors.NONE, Map.of(), null));
    }

    /** Does what a form asks for and leads on; shows the form again when a rule refuses it. */
    Response act(String template, UUID evaluationId, MultivaluedMap<String, String> form, Supplier<Response> act) {
        try {
            return spoken.speak(act);
        } catch (ProblemException problem) {
            return switch (problem.problem()) {
                case REASON_NEEDED, INVALID_INPUT, VERSION_STALE, IDEMPOTENCY_KEY_REUSED, MOVE_NOT_ALLOWED,
                        PERIOD_NOT_OPEN, OBJECTION_TOO_LATE, ORGANISATION_PREDICATE_NOT_FIXED, HEAD_RATING_OUTDATED,
                        SUGGESTION_OUTDATED, DISTRIBUTION_NOT_JUSTIFIED, RATER_LIST_INCOMPLETE, RATER_LIST_NOT_SCORED,
                        RATING_CALIBRATED, BEHAVIOUR_MARKS_MISSING, RUN_UNDER_WAY, NO_PACK_ENABLED, PACK_NOT_READY ->
                        pages.again(template, view(evaluationId, shown -> errors(problem, shown), typed(form), null));
                default -> throw problem;
            };
        }
    }

    /** Shows a form again of which only a part was saved, and says which. */
    Response keep(String template, UUID evaluationId, MultivaluedMap<String, String> form, String said) {
        return pages.page(template, view(evaluationId, none -> FieldErrors.NONE, typed(form), pages.text(said)));
    }

    /** Computes the suggestion shown again and says on the page whether it came out the same. */
    Response recompute(UUID evaluationId, String path) {
        SuggestionView shown = readEvaluations.read(evaluationId).suggestion();
        if (shown == null) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        String difference = recompute.suggestion(shown.suggestionId()).difference();
        return pages.seeOther(pages.here(path), "evaluation.recheck." + (difference == null ? "equal" : difference));
    }

    private FieldErrors errors(ProblemException problem, EvaluationPageView shown) {
        if (problem.problem() == Problem.BEHAVIOUR_MARKS_MISSING) {
            return new FieldErrors(shown.conduct().stream().filter(value -> shown.mark(value.number()) == null)
                    .map(value -> new FieldProblem("mark" + value.number(), pages.text("evaluation.choose.mark-of",
                            value.name(visit.language().tag())))).toList());
        }
        if (!problem.fields().isEmpty()) {
            return new FieldErrors(problem.fields());
        }
        String detail = pages.text("problem." + problem.problem().slug() + ".detail", problem.arguments().toArray());
        return new FieldErrors(List.of(new FieldProblem("form", detail)));
    }

    private static Map<String, String> typed(MultivaluedMap<String, String> form) {
        Map<String, String> typed = new HashMap<>();
        form.keySet().stream().filter(name -> !List.of("_token", "version", "key").contains(name))
                .forEach(name -> typed.put(name, form.getFirst(name)));
        return typed;
    }

    private EvaluationPageView view(UUID evaluationId, Function<EvaluationPageView, FieldErrors> errors,
            Map<String, String> typed, String said) {
        EvaluationView evaluation = readEvaluations.read(evaluationId);
        boolean answerable = evaluation.answerDueAt() != null;
        QueueView queue = readQueue.after(evaluationId).orElse(null);
        EvaluationPageView fine = new EvaluationPageView(evaluation, panels.of(evaluation.suggestion()),
                readEvaluations.conduct(), readEvaluations.progress(evaluationId), ratings(), FieldErrors.NONE, typed,
                said, UUID.randomUUID().toString(),
                answerable ? AnswerTerm.daysLeft(evaluation.answerDueAt(), clock.instant(), visit.zone()) : 0,
                answerable ? pages.shell().date(evaluation.answerDueAt().minusSeconds(1)) : null,
                queue == null ? null : review(evaluation), queue, documents(evaluation));
        return fine.with(errors.apply(fine));
    }

    /** Listed here when the pack is at hand; to fetch one that was replaced since would keep every reader waiting. */
    private DocumentsPanel documents(EvaluationView evaluation) {
        return !ReadDocuments.areDue(evaluation) ? null : readDocuments.atHand(evaluation)
                .map(documents -> new DocumentsPanel(true, new DocumentWords(pages.shell()).rows(documents)))
                .orElse(new DocumentsPanel(false, List.of()));
    }

    /** Where the rater accepts what the person recorded; null when the rater does not, or not any more. */
    private String review(EvaluationView evaluation) {
        Review review = readEvaluations.reviews(evaluation.periodId()).get(evaluation.employeeId());
        return review == null ? null : review.path();
    }

    private List<Option> ratings() {
        return Arrays.stream(Rating.values()).map(rating -> new Option(rating.name(),
                pages.text("evaluation.rating." + rating.name()))).toList();
    }
}

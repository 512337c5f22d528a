package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Evaluation;
import id.capaian.kernel.jobs.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Moves what the clock moves: answers that did not come, explanations that did not come. Inside a running use case: the
 * lists look first, and a job looks on the day a term ends.
 */
@ApplicationScoped
class Terms {

    /** Name of the job that looks. */
    static final String TASK = "evaluation-clock";

    private static final int AT_ONCE = 500;

    private final EvaluationSql evaluations;
    private final Dossiers dossiers;
    private final EvaluationSettings settings;
    private final Jobs jobs;
    private final Clock clock;

    Terms() {
        this(null, null, null, null, null);
    }

    @Inject
    Terms(EvaluationSql evaluations, Dossiers dossiers, EvaluationSettings settings, Jobs jobs, Clock clock) {
        this.evaluations = evaluations;
        this.dossiers = dossiers;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Moves everything overdue, a bounded number at a time.
     *
     * @return whether there may be more
     */
    boolean sweep() {
        Instant now = clock.instant();
        List<UUID> overdue = evaluations.overdue(now, settings.explanationTerm().overSince(now), AT_ONCE);
        overdue.forEach(id -> move(dossiers.find(id), now));
        return overdue.size() == AT_ONCE;
    }

    /** Lets the superior decide when the rater's term to explain is over. */
    void stopWaitingForExplanation(Evaluation evaluation) {
        dossiers.objection(evaluation.id()).ifPresent(objection ->
                evaluation.stopWaitingForExplanation(objection, settings.explanationTerm(), clock.instant()));
    }

    /** Has somebody look when a term ends; terms end with the day, so one job a day serves everybody. */
    void lookAt(Instant end) {
        jobs.ask(TASK, LocalDate.ofInstant(end, settings.zone()).toString(), Duration.between(clock.instant(), end));
    }

    private void move(Evaluation evaluation, Instant now) {
        if (!evaluation.lapse(now)) {
            stopWaitingForExplanation(evaluation);
        }
        dossiers.settle(evaluation);
    }
}

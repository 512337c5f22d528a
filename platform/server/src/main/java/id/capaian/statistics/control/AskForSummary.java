package id.capaian.statistics.control;

import id.capaian.evaluation.EvaluationFinal;
import id.capaian.evaluation.EvaluationReopened;
import id.capaian.kernel.jobs.Jobs;
import id.capaian.planning.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/**
 * Has counts published again when an evaluation becomes final or is reopened: of its unit, and of the others in which the
 * person has one, because a person counts in one of them only.
 */
@ApplicationScoped
public class AskForSummary {

    /** A rater who finishes a team in one sitting makes few publications, not one a person. */
    private static final Duration GATHERING = Duration.ofSeconds(5);

    private final SummarySql summaries;
    private final Jobs jobs;
    private final Periods periods;

    AskForSummary() {
        this(null, null, null);
    }

    @Inject
    AskForSummary(SummarySql summaries, Jobs jobs, Periods periods) {
        this.summaries = summaries;
        this.jobs = jobs;
        this.periods = periods;
    }

    void becameFinal(@Observes EvaluationFinal event) {
        ask(event.periodId(), event.evaluationId());
    }

    void reopened(@Observes EvaluationReopened event) {
        ask(event.periodId(), event.evaluationId());
    }

    private void ask(UUID periodId, UUID evaluationId) {
        periods.find(periodId).ifPresent(period -> summaries.unitsOfPerson(evaluationId)
                .forEach(unit -> ask(new SummaryKey(period.code(), unit, 0))));
    }

    // A job that runs at this moment cannot see what this transaction changes: another one has to follow it. There are
    // never more running than a cluster has job threads, so this ends.
    private void ask(SummaryKey first) {
        SummaryKey key = first;
        while (!jobs.ask(SummaryJob.TASK, key.text(), GATHERING)) {
            key = key.nextRound();
        }
    }
}

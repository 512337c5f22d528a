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

/** Has a unit's counts published again when one of its evaluations becomes final or is reopened. */
@ApplicationScoped
public class AskForSummary {

    /** A rater who finishes a team in one sitting makes few publications, not one a person. */
    private static final Duration GATHERING = Duration.ofSeconds(5);

    private final Jobs jobs;
    private final Periods periods;

    AskForSummary() {
        this(null, null);
    }

    @Inject
    AskForSummary(Jobs jobs, Periods periods) {
        this.jobs = jobs;
        this.periods = periods;
    }

    void becameFinal(@Observes EvaluationFinal event) {
        ask(event.periodId(), event.unitId());
    }

    void reopened(@Observes EvaluationReopened event) {
        ask(event.periodId(), event.unitId());
    }

    private void ask(UUID periodId, UUID orgUnitId) {
        periods.find(periodId).ifPresent(period -> ask(new SummaryKey(period.code(), orgUnitId, 0)));
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

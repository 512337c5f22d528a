package id.capaian.statistics.control;

import id.capaian.kernel.jobs.Jobs;
import id.capaian.planning.PeriodClosed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Has the final figures of a period derived when it closes. */
@ApplicationScoped
public class AskForClosing {

    private final SummarySql summaries;
    private final Jobs jobs;

    AskForClosing() {
        this(null, null);
    }

    @Inject
    AskForClosing(SummarySql summaries, Jobs jobs) {
        this.summaries = summaries;
        this.jobs = jobs;
    }

    void closed(@Observes PeriodClosed event) {
        summaries.close(event.code());
        jobs.ask(ClosingJob.TASK, event.code());
    }
}

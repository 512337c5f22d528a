package id.capaian.statistics.control;

import id.capaian.kernel.jobs.Jobs;
import id.capaian.planning.PeriodArchived;
import id.capaian.planning.PeriodClosed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Has the final figures of a period published when it closes; and when it is put away, for after that no night looks at it
 * any more and an extension may have ended since the last one. In between the nights do ({@link CatchUpJob}).
 */
@ApplicationScoped
public class AskForClosing {

    private final Jobs jobs;

    AskForClosing() {
        this(null);
    }

    @Inject
    AskForClosing(Jobs jobs) {
        this.jobs = jobs;
    }

    void closed(@Observes PeriodClosed event) {
        jobs.ask(ClosingJob.TASK, ClosingJob.Cause.CLOSED.of(event.code()));
    }

    void archived(@Observes PeriodArchived event) {
        jobs.ask(ClosingJob.TASK, ClosingJob.Cause.ARCHIVED.of(event.code()));
    }
}

package id.capaian.evaluation.control;

import id.capaian.kernel.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The job of the day on which a term ends. */
@ApplicationScoped
public class WatchTerms implements JobHandler {

    private final SweepTerms sweepTerms;

    WatchTerms() {
        this(null);
    }

    @Inject
    WatchTerms(SweepTerms sweepTerms) {
        this.sweepTerms = sweepTerms;
    }

    @Override
    public String task() {
        return Terms.TASK;
    }

    @Override
    public void run(String day) {
        boolean more = true;
        while (more) {
            more = sweepTerms.sweep();
        }
    }
}

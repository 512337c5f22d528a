package id.capaian.statistics.control;

import id.capaian.kernel.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Publishes what was missed of a period the tenant has closed, and has its final figures derived. */
@ApplicationScoped
public class ClosingJob implements JobHandler {

    static final String TASK = "close-summary";

    private final PublishMissed publishMissed;
    private final RefreshCube refreshCube;

    ClosingJob() {
        this(null, null);
    }

    @Inject
    ClosingJob(PublishMissed publishMissed, RefreshCube refreshCube) {
        this.publishMissed = publishMissed;
        this.refreshCube = refreshCube;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void run(String periodCode) {
        publishMissed.publish(periodCode);
        refreshCube.awaitClosing(periodCode);
    }
}

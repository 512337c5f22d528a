package id.capaian.statistics.control;

import id.capaian.kernel.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Publishes what was missed of a period that is closed or put away, and with it that the figures are final. */
@ApplicationScoped
public class ClosingJob implements JobHandler {

    static final String TASK = "close-summary";

    private final PublishMissed publishMissed;

    ClosingJob() {
        this(null);
    }

    @Inject
    ClosingJob(PublishMissed publishMissed) {
        this.publishMissed = publishMissed;
    }

    /**
     * What a period's job is asked for. Each happens to a period once, and is a job of its own: one that is running
     * cannot see what the transaction that asks is changing.
     */
    enum Cause {
        CLOSED, ARCHIVED;

        /** Key of the job. */
        String of(String periodCode) {
            return name() + "/" + periodCode;
        }
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void run(String key) {
        publishMissed.publish(key.substring(key.indexOf('/') + 1));
    }
}

package id.capaian.kernel.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Asks for jobs, inside a tenant's use case: the job exists when the use case commits, and not otherwise. */
@ApplicationScoped
public class Jobs {

    private final JobsSql jobs;

    Jobs() {
        this(null);
    }

    @Inject
    Jobs(JobsSql jobs) {
        this.jobs = jobs;
    }

    /**
     * Asks for a job as soon as possible.
     *
     * @param task name of a {@link JobHandler}
     * @param key  what the handler is told; a job of the same task and key that still waits is not doubled
     * @return whether a job will run after this commit; false when that very job is running at this moment
     */
    public boolean ask(String task, String key) {
        return ask(task, key, Duration.ZERO);
    }

    /** As {@link #ask(String, String)}, but not before some time has passed; so requests in between become one. */
    public boolean ask(String task, String key, Duration delay) {
        return jobs.ask(task, key, delay);
    }
}

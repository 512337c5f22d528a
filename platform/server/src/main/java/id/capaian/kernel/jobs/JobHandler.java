package id.capaian.kernel.jobs;

/**
 * Does the jobs of one task. A bean; it is found by being one. A job may run more than once (its node may die after the
 * work and before the tick), so its effect must not double.
 */
public interface JobHandler {

    /** Name of the task, e.g. {@code evaluation-chunk}; listed in {@code registry.tenant_task}. */
    String task();

    /**
     * Does one job, by calling use cases; {@code Caller} is the job's tenant. What it throws makes the job be tried again
     * later.
     *
     * @param key as given to {@link Jobs#ask}
     */
    void run(String key);
}

package id.capaian.registry.control;

import id.capaian.kernel.jobs.RecurringJob;
import id.capaian.kernel.tenancy.LongWork;
import id.capaian.kernel.tenancy.SystemUseCase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Sees to it that every tenant in service has its recurring jobs, and no other tenant; one statement for all of them. */
@LongWork
@SystemUseCase
public class KeepRecurringJobs {

    private final RegistrySql registry;
    private final Instance<RecurringJob> jobs;

    KeepRecurringJobs() {
        this(null, null);
    }

    @Inject
    KeepRecurringJobs(RegistrySql registry, Instance<RecurringJob> jobs) {
        this.registry = registry;
        this.jobs = jobs;
    }

    public void keep() {
        registry.keepRecurring(jobs.stream().map(RecurringJob::task).toList());
    }
}

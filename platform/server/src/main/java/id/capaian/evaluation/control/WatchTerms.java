package id.capaian.evaluation.control;

import id.capaian.kernel.jobs.RecurringJob;
import id.capaian.kernel.jobs.Timetable;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/**
 * Looks at the day on which a term ends, as asked, and at the beginning of every day, so that no term is forgotten and
 * no change of raters waits for somebody to notice it.
 */
@ApplicationScoped
public class WatchTerms implements RecurringJob {

    private static final Duration WINDOW = Duration.ofMinutes(30);

    private final SweepTerms sweepTerms;
    private final Tenants tenants;

    WatchTerms() {
        this(null, null);
    }

    @Inject
    WatchTerms(SweepTerms sweepTerms, Tenants tenants) {
        this.sweepTerms = sweepTerms;
        this.tenants = tenants;
    }

    @Override
    public String task() {
        return Terms.TASK;
    }

    @Override
    public void run(String key) {
        boolean more = true;
        while (more) {
            more = sweepTerms.sweep();
        }
        sweepTerms.takeOverObjections();
        sweepTerms.takeOverUnrated();
    }

    @Override
    public Instant next(TenantCode tenant, Instant done) {
        return Timetable.daily(tenant, tenants.zoneOf(tenant), LocalTime.MIDNIGHT, WINDOW, done);
    }
}

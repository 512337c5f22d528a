package id.capaian.planning.control;

import id.capaian.kernel.jobs.RecurringJob;
import id.capaian.kernel.jobs.Timetable;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** At the beginning of every day: approved plans that start today come into force. */
@ApplicationScoped
public class ActivationJob implements RecurringJob {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final ActivatePlans activatePlans;
    private final Tenants tenants;

    ActivationJob() {
        this(null, null);
    }

    @Inject
    ActivationJob(ActivatePlans activatePlans, Tenants tenants) {
        this.activatePlans = activatePlans;
        this.tenants = tenants;
    }

    @Override
    public String task() {
        return "activate-plans";
    }

    @Override
    public void run(String key) {
        boolean more = true;
        while (more) {
            more = activatePlans.activate();
        }
    }

    @Override
    public Instant next(TenantCode tenant, Instant done) {
        return Timetable.daily(tenant, tenants.zoneOf(tenant), LocalTime.MIDNIGHT, WINDOW, done);
    }
}

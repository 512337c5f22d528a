package id.capaian.statistics.control;

import id.capaian.kernel.jobs.RecurringJob;
import id.capaian.kernel.jobs.Timetable;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.registry.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** Every night: publishes again what the tenant's publications of the day have missed. */
@ApplicationScoped
public class CatchUpJob implements RecurringJob {

    private static final LocalTime FROM = LocalTime.of(1, 0);
    private static final Duration WINDOW = Duration.ofHours(3);

    private final PublishMissed publishMissed;
    private final Tenants tenants;

    CatchUpJob() {
        this(null, null);
    }

    @Inject
    CatchUpJob(PublishMissed publishMissed, Tenants tenants) {
        this.publishMissed = publishMissed;
        this.tenants = tenants;
    }

    @Override
    public String task() {
        return "catch-up-summary";
    }

    @Override
    public void run(String key) {
        publishMissed.periods().forEach(publishMissed::publish);
    }

    @Override
    public Instant next(TenantCode tenant, Instant done) {
        return Timetable.daily(tenant, tenants.zoneOf(tenant), FROM, WINDOW, done);
    }
}

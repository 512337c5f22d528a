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

/** Every night: publishes again what the tenant's publications of the day have missed, and derives those figures anew. */
@ApplicationScoped
public class CatchUpJob implements RecurringJob {

    private static final LocalTime FROM = LocalTime.of(1, 0);
    private static final Duration WINDOW = Duration.ofHours(3);

    private final PublishMissed publishMissed;
    private final RefreshCube refreshCube;
    private final Tenants tenants;

    CatchUpJob() {
        this(null, null, null);
    }

    @Inject
    CatchUpJob(PublishMissed publishMissed, RefreshCube refreshCube, Tenants tenants) {
        this.publishMissed = publishMissed;
        this.refreshCube = refreshCube;
        this.tenants = tenants;
    }

    @Override
    public String task() {
        return "catch-up-summary";
    }

    @Override
    public void run(String key) {
        publishMissed.periods().stream().filter(period -> publishMissed.publish(period) > 0)
                .forEach(refreshCube::refresh);
    }

    @Override
    public Instant next(TenantCode tenant, Instant done) {
        return Timetable.daily(tenant, tenants.zoneOf(tenant), FROM, WINDOW, done);
    }
}

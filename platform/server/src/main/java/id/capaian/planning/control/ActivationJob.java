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
import java.util.function.BooleanSupplier;

/**
 * At the beginning of every day: plans that ended yesterday close, and approved ones that start today come into force.
 */
@ApplicationScoped
public class ActivationJob implements RecurringJob {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final CloseEndedPlans closeEndedPlans;
    private final ActivatePlans activatePlans;
    private final Tenants tenants;

    ActivationJob() {
        this(null, null, null);
    }

    @Inject
    ActivationJob(CloseEndedPlans closeEndedPlans, ActivatePlans activatePlans, Tenants tenants) {
        this.closeEndedPlans = closeEndedPlans;
        this.activatePlans = activatePlans;
        this.tenants = tenants;
    }

    @Override
    public String task() {
        return "activate-plans";
    }

    @Override
    public void run(String key) {
        whileThereIsMore(closeEndedPlans::close);
        whileThereIsMore(activatePlans::activate);
    }

    private static void whileThereIsMore(BooleanSupplier step) {
        boolean more = true;
        while (more) {
            more = step.getAsBoolean();
        }
    }

    @Override
    public Instant next(TenantCode tenant, Instant done) {
        return Timetable.daily(tenant, tenants.zoneOf(tenant), LocalTime.MIDNIGHT, WINDOW, done);
    }
}

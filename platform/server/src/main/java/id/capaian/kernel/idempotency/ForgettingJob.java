package id.capaian.kernel.idempotency;

import id.capaian.kernel.jobs.RecurringJob;
import id.capaian.kernel.jobs.Timetable;
import id.capaian.kernel.tenancy.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** Forgets old keys every night. */
@ApplicationScoped
public class ForgettingJob implements RecurringJob {

    /** One o'clock here is night in all three zones. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final LocalTime FROM = LocalTime.of(1, 0);
    private static final Duration WINDOW = Duration.ofHours(2);

    private final ForgetKeys forgetKeys;

    ForgettingJob() {
        this(null);
    }

    @Inject
    ForgettingJob(ForgetKeys forgetKeys) {
        this.forgetKeys = forgetKeys;
    }

    @Override
    public String task() {
        return "forget-keys";
    }

    @Override
    public void run(String key) {
        boolean more = true;
        while (more) {
            more = forgetKeys.forget();
        }
    }

    @Override
    public Instant next(TenantCode tenant, Instant done) {
        return Timetable.daily(tenant, ZONE, FROM, WINDOW, done);
    }
}

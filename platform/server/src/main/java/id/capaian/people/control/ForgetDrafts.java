package id.capaian.people.control;

import id.capaian.kernel.jobs.RecurringJob;
import id.capaian.kernel.jobs.Timetable;
import id.capaian.kernel.tenancy.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** Takes away files that were sent a day ago and not taken: they hold personal data that nobody needs here. */
@ApplicationScoped
public class ForgetDrafts implements RecurringJob {

    /** One o'clock here is night in all three zones. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final LocalTime FROM = LocalTime.of(1, 0);
    private static final Duration WINDOW = Duration.ofHours(2);

    private final ImportDrafts drafts;

    ForgetDrafts() {
        this(null);
    }

    @Inject
    ForgetDrafts(ImportDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String task() {
        return "forget-import-drafts";
    }

    @Override
    public void run(String key) {
        drafts.forgetOld();
    }

    @Override
    public Instant next(TenantCode tenant, Instant done) {
        return Timetable.daily(tenant, ZONE, FROM, WINDOW, done);
    }
}

package id.capaian.kernel.audit;

import id.capaian.kernel.jobs.RecurringJob;
import id.capaian.kernel.jobs.Timetable;
import id.capaian.kernel.tenancy.TenantCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Seals each tenant's audit once an hour. */
@ApplicationScoped
public class SealingJob implements RecurringJob {

    private final SealAudit sealAudit;

    SealingJob() {
        this(null);
    }

    @Inject
    SealingJob(SealAudit sealAudit) {
        this.sealAudit = sealAudit;
    }

    @Override
    public String task() {
        return "seal-audit";
    }

    @Override
    public void run(String key) {
        boolean more = true;
        while (more) {
            more = sealAudit.seal();
        }
    }

    @Override
    public Instant next(TenantCode tenant, Instant done) {
        return Timetable.hourly(tenant, done);
    }
}

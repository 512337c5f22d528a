package id.capaian.kernel.jobs;

import id.capaian.kernel.tenancy.TenantCode;
import java.time.Instant;

/**
 * A job every tenant in service has, again and again. It runs once soon after the tenant (or the job) is new, and then
 * whenever {@link #next} says; {@code registry} puts it into the job table. It may also be asked for, by another key.
 */
public interface RecurringJob extends JobHandler {

    /** The key a recurring run is told. */
    String KEY = "recurring";

    /** When the tenant's next run is due, after one that ended at {@code done}; see {@link Timetable}. */
    Instant next(TenantCode tenant, Instant done);
}

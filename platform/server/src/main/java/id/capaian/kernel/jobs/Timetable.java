package id.capaian.kernel.jobs;

import id.capaian.kernel.tenancy.TenantCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When recurring jobs are due: each tenant has a moment of its own, so that hundreds do not come at once. */
public final class Timetable {

    private static final Duration HOUR = Duration.ofHours(1);

    private Timetable() {
    }

    /** The tenant's moment in the hour, the first one after {@code done}. */
    public static Instant hourly(TenantCode tenant, Instant done) {
        long hour = HOUR.toSeconds();
        Instant moment = Instant.ofEpochSecond(done.getEpochSecond() / hour * hour).plus(share(tenant, HOUR));
        return moment.isAfter(done) ? moment : moment.plus(HOUR);
    }

    /**
     * The tenant's moment in the day, the first one after {@code done}.
     *
     * @param from   from when on, where the tenant is
     * @param window how long after that the last tenant's moment may be
     */
    public static Instant daily(TenantCode tenant, ZoneId zone, LocalTime from, Duration window, Instant done) {
        ZonedDateTime moment = done.atZone(zone).with(from).plus(share(tenant, window));
        return (moment.toInstant().isAfter(done) ? moment : moment.plusDays(1)).toInstant();
    }

    private static Duration share(TenantCode tenant, Duration window) {
        return Duration.ofSeconds(Math.floorMod(tenant.value().hashCode() * 31L, window.toSeconds()));
    }
}

package id.capaian.kernel.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.kernel.tenancy.TenantCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    private static final Duration WINDOW = Duration.ofHours(3);
    private static final TenantCode SAMARINDA = new TenantCode("samarinda");
    private static final Instant DONE = Instant.parse("2026-11-24T02:17:23.5Z");

    @Test
    void comesOnceAnHour() {
        Instant first = Timetable.hourly(SAMARINDA, DONE);
        assertTrue(first.isAfter(DONE) && !first.isAfter(DONE.plus(Duration.ofHours(1))), first::toString);
        assertEquals(first.plus(Duration.ofHours(1)), Timetable.hourly(SAMARINDA, first));
        assertEquals(first.plus(Duration.ofHours(1)), Timetable.hourly(SAMARINDA, first.plusSeconds(7)));
    }

    @Test
    void comesOnceADayInTheNightOfTheTenant() {
        ZonedDateTime first = daily(DONE).atZone(WITA);
        assertEquals(LocalDate.of(2026, 11, 25), first.toLocalDate());
        assertFalse(first.toLocalTime().isBefore(LocalTime.of(1, 0)) || first.toLocalTime().isAfter(LocalTime.of(4, 0)));
        assertEquals(first.plusDays(1).toInstant(), daily(first.toInstant()));
        assertEquals(first.toInstant(), daily(first.toInstant().minusSeconds(1)));
    }

    @Test
    void keepsManyTenantsApart() {
        long moments = IntStream.range(0, 500).mapToObj(n -> Timetable.hourly(new TenantCode("kota" + n), DONE)).distinct()
                .count();
        assertTrue(moments > 400, "only " + moments);
    }

    private static Instant daily(Instant done) {
        return Timetable.daily(SAMARINDA, WITA, LocalTime.of(1, 0), WINDOW, done);
    }
}

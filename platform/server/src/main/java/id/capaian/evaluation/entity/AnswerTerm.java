package id.capaian.evaluation.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A term counted in calendar days of the tenant's zone: it ends with the last second of its last day. Fourteen days
 * from 14 January run out when 28 January does.
 *
 * @param days length of the term, at least 1
 * @param zone the tenant's time zone
 */
public record AnswerTerm(int days, ZoneId zone) {

    public AnswerTerm {
        if (days < 1) {
            throw new IllegalArgumentException("A term has at least one day, not " + days);
        }
    }

    /** The first instant at which it is too late. */
    public Instant endsAt(Instant start) {
        return LocalDate.ofInstant(start, zone).plusDays(days + 1L).atStartOfDay(zone).toInstant();
    }

    /** Whole days left at an instant, today not counted; 0 on the last day and when it is over. */
    public static long daysLeft(Instant end, Instant now, ZoneId zone) {
        LocalDate lastDay = LocalDate.ofInstant(end.minusSeconds(1), zone);
        return Math.max(0, ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), lastDay));
    }
}

package id.capaian.evaluation.entity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * A term counted in days of the tenant's zone: it ends with the last second of its last day. Fourteen calendar days
 * from 14 January run out when 28 January does. Sources disagree on calendar or working days (domain.md 3.4, 3.6), so the
 * tenant says which.
 *
 * @param days     length of the term, at least 1
 * @param zone     the tenant's time zone
 * @param working  whether Saturdays, Sundays and holidays are not counted
 * @param holidays days not counted in a term of working days
 */
public record AnswerTerm(int days, ZoneId zone, boolean working, Set<LocalDate> holidays) {

    public AnswerTerm {
        if (days < 1) {
            throw new IllegalArgumentException("A term has at least one day, not " + days);
        }
        holidays = Set.copyOf(holidays);
    }

    /** A term of calendar days. */
    public AnswerTerm(int days, ZoneId zone) {
        this(days, zone, false, Set.of());
    }

    /** The first instant at which it is too late. */
    public Instant endsAt(Instant start) {
        LocalDate last = LocalDate.ofInstant(start, zone);
        for (int counted = 0; counted < days; counted++) {
            last = last.plusDays(1);
            while (!counts(last)) {
                last = last.plusDays(1);
            }
        }
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The instant before which a term must have begun to be over now. */
    public Instant overSince(Instant now) {
        LocalDate first = LocalDate.ofInstant(now, zone);
        for (int counted = 0; counted < days; counted++) {
            first = first.minusDays(1);
            while (!counts(first)) {
                first = first.minusDays(1);
            }
        }
        return first.atStartOfDay(zone).toInstant();
    }

    private boolean counts(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !working || !weekend && !holidays.contains(day);
    }

    /** Whole calendar days left at an instant, today not counted; 0 on the last day and when it is over. */
    public static long daysLeft(Instant end, Instant now, ZoneId zone) {
        LocalDate lastDay = LocalDate.ofInstant(end.minusSeconds(1), zone);
        return Math.max(0, ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), lastDay));
    }
}

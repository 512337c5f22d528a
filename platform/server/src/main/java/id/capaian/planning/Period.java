package id.capaian.planning;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An assessment period.
 *
 * @param code     the tenant's name of it, e.g. 2026-Q4
 * @param kind     MONTHLY, QUARTERLY or ANNUAL
 * @param startsOn first day, in the tenant's calendar
 * @param endsOn   last day, inclusive
 * @param status   PLANNED, OPEN, GRACE, CLOSED or ARCHIVED
 */
public record Period(UUID periodId, String code, String name, String kind, LocalDate startsOn, LocalDate endsOn,
        String status) {

    /**
     * The day of the period that counts today: today itself; its first day before it begins, its last once it is over.
     */
    public LocalDate dayCounting(LocalDate today) {
        if (today.isBefore(startsOn)) {
            return startsOn;
        }
        return today.isAfter(endsOn) ? endsOn : today;
    }
}

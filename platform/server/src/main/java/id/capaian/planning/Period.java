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
}

package id.capaian.people;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person in a post of a unit, for a span.
 *
 * @param assignmentId  key
 * @param employeeId    the person
 * @param positionName  name of the post
 * @param positionGroup SENIOR_LEADERSHIP, ADMINISTRATOR, SUPERVISOR, EXECUTIVE, FUNCTIONAL_EXPERT or FUNCTIONAL_SKILLED
 * @param jobFamily     slug that indicator sets go by, e.g. {@code health}
 * @param orgUnitId     the unit
 * @param orgUnitName   its name
 * @param kind          DEFINITIVE, ACTING, DAILY_ACTING, INTERIM or ADDITIONAL
 * @param from          first day
 * @param to            last day, null when open
 */
public record Placement(UUID assignmentId, UUID employeeId, String positionName, String positionGroup, String jobFamily,
        UUID orgUnitId, String orgUnitName, String kind, LocalDate from, LocalDate to) {
}

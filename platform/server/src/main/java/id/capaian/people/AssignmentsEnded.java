package id.capaian.people;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Assignments got a last day, in this transaction: a transfer, an exit, or a corrected day. What is bound to them ends
 * too.
 *
 * @param lastDays last day by assignment; it may lie ahead
 */
public record AssignmentsEnded(Map<UUID, LocalDate> lastDays) {

    public AssignmentsEnded {
        lastDays = Map.copyOf(lastDays);
    }
}

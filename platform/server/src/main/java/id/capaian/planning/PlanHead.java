package id.capaian.planning;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Whose plan it is and where that person works, without the content.
 *
 * @param endsOn the plan's last day; that of the post, where it ended before the plan
 */
public record PlanHead(UUID skpId, UUID assignmentId, UUID employeeId, UUID orgUnitId, LocalDate endsOn) {
}

package id.capaian.planning;

import java.util.UUID;

/** Whose plan it is and where that person works, without the content. */
public record PlanHead(UUID skpId, UUID assignmentId, UUID employeeId, UUID orgUnitId) {
}

package id.capaian.evaluation.boundary;

import java.util.UUID;

/** An evaluation that was looked for, without ratings: who opens it sees them, and that is noted. */
public record FoundRow(UUID evaluationId, UUID employeeId, String employeeName, String civilNumber, String unitName,
        String periodCode, String periodName, String status) {
}

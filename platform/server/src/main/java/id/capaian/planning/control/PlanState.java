package id.capaian.planning.control;

import id.capaian.planning.entity.Skp;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a plan stands after a move.
 *
 * @param status        constant of the status
 * @param activeVersion version of the content in force, null when none ever was
 * @param note          reason of the last return, revision or take-over, null when there was none
 * @param revisionRejected whether the last revision asked for was refused; the note says why
 * @param version       for {@code If-Match}
 */
public record PlanState(UUID skpId, UUID assignmentId, String status, Integer activeVersion, String note,
        boolean revisionRejected, LocalDate startsOn, LocalDate endsOn, long version) {

    static PlanState of(Skp skp) {
        return new PlanState(skp.id(), skp.assignmentId(), skp.status().name(), skp.activeVersion(), skp.revisionNote(),
                skp.revisionRejected(), skp.startsOn(), skp.endsOn(), skp.version());
    }
}

package id.capaian.evaluation.boundary;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/**
 * A run and how far it is.
 *
 * @param unitName     null for the whole government
 * @param status       PENDING, RUNNING, DONE, NEEDS_ATTENTION or BLOCKED
 * @param statusReason key of a text; null unless it is held up, or ended before everybody was looked at
 * @param persons      evaluations it covers
 * @param withoutPack  evaluations it was asked for and leaves out, as no pack is enabled for their units
 * @param done         evaluations looked at so far
 * @param finishedAt   null while it is under way
 */
// These are written for readers of the API and derived again when a kept answer is read back.
@JsonIgnoreProperties(value = {"over", "complete"}, allowGetters = true)
public record RunView(UUID runId, UUID periodId, String periodName, UUID unitId, String unitName, String status,
        String statusReason, String packId, String packVersion, String packSha256, String formulaId, int persons,
        int withoutPack, int done, int scored, int notScorable, int faults, Instant startedAt, Instant finishedAt) {

    /** Whether nothing will change any more. */
    public boolean isOver() {
        return finishedAt != null;
    }

    /** Whether it is over and everybody asked for was looked at. */
    public boolean isComplete() {
        return isOver() && done == persons && withoutPack == 0;
    }

    /** Part done in percent, rounded down; 100 when there was nothing to do. */
    public int percent() {
        return persons == 0 ? 100 : (int) (100L * done / persons);
    }
}

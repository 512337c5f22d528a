package id.capaian.progress;

import java.util.UUID;

/**
 * Fired inside the transaction before anything of a plan's progress changes, and by the page that asks whether it may.
 * Who must not let it happen any more (a period already handed in, say) throws a {@code ProblemException}.
 */
public record ProgressChanging(UUID skpId, UUID periodId) {
}

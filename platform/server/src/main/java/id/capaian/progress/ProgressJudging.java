package id.capaian.progress;

import java.util.UUID;

/**
 * Fired inside the transaction before the rater decides about anything of a plan's progress, and by the page that asks
 * whether it may. Apart from {@link ProgressChanging}, since the rater judges what the person handed in and may not
 * change any more. Who must not let it happen (ratings that were given already, say) throws a {@code ProblemException}.
 */
public record ProgressJudging(UUID skpId, UUID periodId) {
}

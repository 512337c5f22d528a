package id.capaian.evaluation.boundary;

import id.capaian.kernel.page.FieldErrors;
import java.util.List;

/**
 * The page of a unit's distribution.
 *
 * @param typed what was typed into the form that is shown again; null on a first visit
 * @param key   idempotency key for the form of this page
 */
public record DistributionPageView(DistributionView distribution, FieldErrors errors, String typed, String key) {

    /** What was typed where there is no form for it any more. */
    public List<String> leftOver() {
        return typed == null || distribution.takesReason() ? List.of() : List.of(typed);
    }
}

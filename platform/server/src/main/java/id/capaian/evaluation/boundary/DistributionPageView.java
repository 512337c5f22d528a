package id.capaian.evaluation.boundary;

import id.capaian.kernel.page.FieldErrors;

/**
 * The page of a unit's distribution.
 *
 * @param typed what was typed into the form that is shown again; null on a first visit
 * @param key   idempotency key for the form of this page
 */
public record DistributionPageView(DistributionView distribution, FieldErrors errors, String typed, String key) {
}

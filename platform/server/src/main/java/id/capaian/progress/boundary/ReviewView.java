package id.capaian.progress.boundary;

import id.capaian.progress.control.ReadProgress;

/**
 * The rater's page.
 *
 * @param key     idempotency key of the page's forms
 * @param changed whether what the rater judged had changed meanwhile
 */
public record ReviewView(ReadProgress.Reviewed reviewed, String key, boolean changed) {
}

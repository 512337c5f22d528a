package id.capaian.evaluation.control;

/**
 * On which version of a record somebody acts, and the key under which the act happens once.
 *
 * @param version version the caller saw
 * @param key     {@code Idempotency-Key}; null when none was sent
 */
public record Change(long version, String key) {
}

package id.capaian.evaluation.boundary;

/**
 * Mark of one value of conduct.
 *
 * @param value constant of the value, e.g. {@code LOYAL}
 * @param mark  ABOVE, MEETS or BELOW
 * @param note  what was seen; may be null
 */
public record MarkView(String value, String mark, String note) {
}

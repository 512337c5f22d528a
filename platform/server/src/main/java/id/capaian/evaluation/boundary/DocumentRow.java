package id.capaian.evaluation.boundary;

/**
 * A document of a pack that is offered with a result.
 *
 * @param purpose RECOGNITION or DEVELOPMENT
 * @param name    in the reader's language
 */
public record DocumentRow(String documentId, String purpose, String name) {
}

package id.capaian.kernel.problem;

/**
 * What is wrong with one field and what to do about it.
 *
 * @param field  name or path of the field as the input names it, e.g. {@code value} or {@code row 12, nip}
 * @param detail sentence in the reader's language: what is wrong and the remedy
 */
public record FieldProblem(String field, String detail) {
}

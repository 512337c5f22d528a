package id.capaian.kernel.page;

/**
 * One step of an explanation.
 *
 * @param name   what the step computes, in the reader's words
 * @param detail how, with its inputs; null when the name says it all
 * @param value  the result as it is shown, with its unit
 */
public record Step(String name, String detail, String value) {
}

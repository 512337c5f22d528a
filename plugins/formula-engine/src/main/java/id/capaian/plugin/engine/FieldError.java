package id.capaian.plugin.engine;

/**
 * One thing wrong with the answers of a form, for the person who fills it in.
 *
 * @param pointer JSON pointer of the field, e.g. {@code /served} or {@code /items/0/name}; empty for the whole form
 * @param keyword rule that was broken, e.g. {@code required}, {@code minimum}
 * @param message what to do, in the reader's language
 */
public record FieldError(String pointer, String keyword, String message) {
}

package id.capaian.statistics.boundary;

/**
 * What a figure means.
 *
 * @param measure PREDICATE, EVALUATED or INDEX
 * @param name    its name in the reader's language
 * @param text    how it is counted
 */
public record DefinitionView(String measure, String name, String text) {
}

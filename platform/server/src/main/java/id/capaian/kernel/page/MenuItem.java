package id.capaian.kernel.page;

/**
 * One link of the navigation as a page shows it.
 *
 * @param current whether it leads to the section the reader is in
 * @param inBar   whether a phone's bottom bar shows it
 */
public record MenuItem(String text, String href, boolean current, boolean inBar) {
}

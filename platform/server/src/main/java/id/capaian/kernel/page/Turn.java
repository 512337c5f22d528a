package id.capaian.kernel.page;

/**
 * Where a long list goes on.
 *
 * @param previous address of the page before, null on the first
 * @param next     address of the page after, null on the last
 * @param text     where the reader is, e.g. "1–50 dari 312"
 */
public record Turn(String previous, String next, String text) {
}

package id.capaian.evaluation.boundary;

import java.util.List;

/**
 * A page of what was looked for, by name.
 *
 * @param page  1 for the first
 * @param size  most on a page
 * @param total on all pages
 */
public record FoundView(List<FoundRow> found, int page, int size, long total) {

    /** Whether there is a page after this one. */
    public boolean goesOn() {
        return (long) page * size < total;
    }
}

package id.capaian.evaluation.boundary;

import id.capaian.kernel.page.Option;
import java.util.List;

/**
 * The agency's search.
 *
 * @param wanted what was looked for
 * @param found  null before anything was
 */
public record SearchPageView(SearchInput wanted, FoundView found, List<Option> periods, List<Option> units,
        List<Option> stages) {

    /** First line of the page shown, 1 for the first of all. */
    public long first() {
        return (long) (found.page() - 1) * found.size() + 1;
    }

    /** Last line of the page shown. */
    public long last() {
        return first() + found.found().size() - 1;
    }

    /** Id of the chosen unit as the form carries it; null for none. */
    public String unit() {
        return wanted.unitId() == null ? null : wanted.unitId().toString();
    }
}

package id.capaian.extension.boundary;

import java.util.List;

/**
 * The page of packs.
 *
 * @param settled whether nothing is under way, so that the page may look less often
 */
public record PacksView(List<PackView> packs, List<BindingView> bindings, boolean settled) {
}

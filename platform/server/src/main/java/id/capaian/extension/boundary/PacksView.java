package id.capaian.extension.boundary;

import id.capaian.kernel.page.FieldErrors;
import java.util.List;

/**
 * The page of packs.
 *
 * @param from    what stands in the date field
 * @param chosen  {@code id@version} of the form that is shown again, null at first
 * @param key     idempotency key of the forms
 * @param settled whether nothing is under way, so that the page may look less often
 */
public record PacksView(List<PackView> packs, List<BindingView> bindings, String from, String chosen, String key,
        FieldErrors errors, boolean settled) {

    public boolean isChosen(PackView pack) {
        return (pack.packId() + "@" + pack.version()).equals(chosen);
    }
}

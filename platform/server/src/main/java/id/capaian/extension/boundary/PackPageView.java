package id.capaian.extension.boundary;

import id.capaian.extension.FormGroup;
import id.capaian.kernel.page.Fact;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The page of one version of a pack.
 *
 * @param form   fields of its parameters; empty when it has none
 * @param own    the region's own parameters of each binding of this version, to be read
 * @param used   where some version of this pack holds today
 * @param filled whose parameters stand in the form; null for none but the pack's defaults, or what was typed
 * @param units  units it may be enabled for
 * @param wish   what stands in the other fields
 * @param key    idempotency key of the page's forms
 * @param today  where the tenant is, ISO
 */
public record PackPageView(PackDetailView detail, List<FormGroup> form, Map<UUID, List<Fact>> own,
        List<BindingView> used, BindingView filled, List<Option> units, Wish wish, FieldErrors errors, String key,
        String today) {

    /**
     * What is typed or chosen.
     *
     * @param from      first day as it was typed
     * @param unit      id of a unit; null for the whole government
     * @param rollback  first day of the version before, as it was typed
     * @param binding   whose form of rolling back is shown again; null when it is not
     */
    public record Wish(String from, String unit, String rollback, String binding) {
    }

    public PackView pack() {
        return detail.pack();
    }

    /** Address of the page below the area. */
    public String path() {
        return "/paket/" + pack().packId() + "/" + pack().version();
    }

    /** Whether this server can say what the pack does. */
    public boolean isKnown() {
        return pack().isReady();
    }
}

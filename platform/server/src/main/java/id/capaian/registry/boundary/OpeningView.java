package id.capaian.registry.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.registry.control.Government;
import id.capaian.registry.control.StagedPack;
import java.util.List;
import java.util.Map;

/**
 * The page on which a government is opened.
 *
 * @param words  what was looked for; empty when nothing
 * @param found  governments that fit the words
 * @param chosen the one the form is about; null when none is chosen yet
 */
public record OpeningView(String words, List<Government> found, Government chosen, List<StagedPack> packs,
        OpeningForm form, FieldErrors errors) {

    private static final Map<String, String> ZONES =
            Map.of("Asia/Jakarta", "WIB", "Asia/Makassar", "WITA", "Asia/Jayapura", "WIT");

    /** The zone of the one chosen, as people call it. */
    public String zone() {
        return ZONES.get(chosen.timeZone());
    }

    /** Several to choose from, or none. */
    public boolean asksToChoose() {
        return !words.isEmpty() && chosen == null;
    }
}

package id.capaian.registry.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.registry.control.Government;
import id.capaian.registry.control.StagedPack;
import java.util.List;

/**
 * The page on which a government is opened.
 *
 * @param words  what was looked for; empty when nothing
 * @param found  governments that fit the words
 * @param chosen the one the form is about; null when none is chosen yet
 */
public record OpeningView(String words, List<Government> found, Government chosen, List<StagedPack> packs,
        OpeningForm form, FieldErrors errors) {

    /** Several to choose from, or none. */
    public boolean asksToChoose() {
        return !words.isEmpty() && chosen == null;
    }
}

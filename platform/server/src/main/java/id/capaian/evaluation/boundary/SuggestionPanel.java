package id.capaian.evaluation.boundary;

import id.capaian.kernel.page.Step;
import java.util.List;

/**
 * A suggestion in the reader's language: sentence first, then every step, then what was left out.
 *
 * @param sentence what is suggested and why, or why nothing is
 * @param index    sentence on the index; null when not scored
 * @param flags    what was left out or limited, each with its reason
 * @param outdated whether marks were changed after it was computed
 * @param source   when and with which pack and formula
 */
public record SuggestionPanel(String sentence, String index, List<Step> steps, List<String> flags, boolean outdated,
        String source) {
}

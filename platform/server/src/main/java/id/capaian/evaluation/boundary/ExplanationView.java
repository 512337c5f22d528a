package id.capaian.evaluation.boundary;

import id.capaian.plugin.api.Flag;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Step;
import java.util.List;

/**
 * How a suggestion came about, stored with it exactly as shown.
 *
 * @param steps  named steps in order; of a suggestion without score those made before it stopped
 * @param flags  what was left out, moved or limited, each with its reason
 * @param reason why there is no score, in both languages; null when scored
 */
public record ExplanationView(List<Step> steps, List<Flag> flags, LocalizedText reason) {
}

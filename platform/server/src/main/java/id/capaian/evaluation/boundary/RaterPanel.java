package id.capaian.evaluation.boundary;

/**
 * A figure about how somebody rates, in the reader's language.
 *
 * @param own         whether it is about the reader
 * @param calibration whether it sent the list to calibration
 */
public record RaterPanel(String raterName, boolean own, boolean calibration, SuggestionPanel panel) {
}

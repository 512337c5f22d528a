package id.capaian.evaluation.boundary;

import java.util.UUID;

/**
 * A suggestion computed again from its stored input and its frozen pack.
 *
 * @param equal      whether input, pack and outcome are the stored ones, byte for byte
 * @param difference input, pack or outcome: the first that differs; null when equal
 * @param stored     the suggestion as stored
 * @param computed   canonical JSON of the outcome computed now
 */
public record RecomputationView(UUID suggestionId, boolean equal, String difference, SuggestionView stored,
        String computed) {
}

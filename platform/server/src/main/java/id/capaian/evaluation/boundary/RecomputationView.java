package id.capaian.evaluation.boundary;

import java.util.UUID;

/**
 * A stored figure computed again from its stored input and the kept bytes of its pack.
 *
 * @param id         of the suggestion, or of the figure about a rater
 * @param equal      whether input, pack and outcome are the stored ones, byte for byte
 * @param difference input, pack or outcome: the first that differs; null when equal
 * @param stored     canonical JSON of the outcome as stored
 * @param computed   canonical JSON of the outcome computed now
 */
public record RecomputationView(UUID id, boolean equal, String difference, String packId, String packVersion,
        String packSha256, String formulaId, String inputSha256, String stored, String computed) {
}

package id.capaian.registry;

import java.time.Instant;

/**
 * What a node says of a pack.
 *
 * @param state  VERIFIED, ACTIVE, FAILED or UNLOADED
 * @param reason why it failed; null otherwise
 */
public record NodePackView(String nodeId, String packId, String version, String state, String reason, Instant reportedAt) {
}

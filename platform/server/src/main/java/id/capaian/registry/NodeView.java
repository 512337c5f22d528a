package id.capaian.registry;

import java.time.Instant;

/** A running server. */
public record NodeView(String nodeId, String release, Instant startedAt, Instant seenAt) {
}

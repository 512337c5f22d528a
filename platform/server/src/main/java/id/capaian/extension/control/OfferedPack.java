package id.capaian.extension.control;

import id.capaian.extension.host.PackKey;
import java.time.Instant;
import java.util.List;

/**
 * A version of a pack the tenant may enable, as the registry knows it.
 *
 * @param packId   e.g. {@code region-samarinda}
 * @param version  e.g. {@code 1.0.0}
 * @param kind     DATA or JAVA
 * @param apiRange versions of the plugin API it works with
 * @param sha256   of its jar
 * @param keyId    which key signed it
 * @param stagedAt when the platform took it in
 * @param nodes    what the nodes say of it
 */
public record OfferedPack(String packId, String version, String kind, String apiRange, String sha256, String keyId,
        Instant stagedAt, List<NodeState> nodes) {

    public OfferedPack {
        nodes = List.copyOf(nodes);
    }

    /** Which version of which pack. */
    public PackKey pack() {
        return new PackKey(packId, version);
    }

    /**
     * What one node says.
     *
     * @param state  name of a {@link id.capaian.extension.PackCondition}
     * @param reason why it was refused, else null
     */
    public record NodeState(String nodeId, String state, String reason, Instant reportedAt) {
    }
}

package id.capaian.extension.control;

import id.capaian.extension.host.PackKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
 * @param names    its title by language, as it was staged
 */
public record OfferedPack(String packId, String version, String kind, String apiRange, String sha256, String keyId,
        Instant stagedAt, List<NodeState> nodes, Map<String, String> names) {

    public OfferedPack {
        nodes = List.copyOf(nodes);
        names = Map.copyOf(names);
    }

    /** Which version of which pack. */
    public PackKey pack() {
        return new PackKey(packId, version);
    }

    /**
     * What one node says.
     *
     * @param state      name of a {@link id.capaian.extension.PackCondition}, or WAITING when it lives and has said
     *                   nothing yet
     * @param reason     why it was refused, else null
     * @param reportedAt null while it has said nothing
     */
    public record NodeState(String nodeId, String state, String reason, Instant reportedAt) {
    }
}

package id.capaian.extension.host;

import id.capaian.extension.Binding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the registry wants of every node.
 *
 * @param bindings  enabled ones of active tenants
 * @param artifacts staged packs that are bound or offered
 * @param keys      trusted keys by id
 * @param bound     which packs the bindings name
 */
public record Desired(List<Binding> bindings, Map<PackKey, Artifact> artifacts, Map<String, TrustedKey> keys,
        Set<PackKey> bound) {

    public Desired {
        bindings = List.copyOf(bindings);
        artifacts = Map.copyOf(artifacts);
        keys = Map.copyOf(keys);
        bound = Set.copyOf(bound);
    }

    public Desired(List<Binding> bindings, Map<PackKey, Artifact> artifacts, Map<String, TrustedKey> keys) {
        this(bindings, artifacts, keys, bindings.stream()
                .map(binding -> new PackKey(binding.packId(), binding.version())).collect(Collectors.toSet()));
    }

    boolean isBound(PackKey key) {
        return bound.contains(key);
    }
}

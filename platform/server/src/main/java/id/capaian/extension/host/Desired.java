package id.capaian.extension.host;

import id.capaian.extension.Binding;
import java.util.List;
import java.util.Map;

/**
 * What the registry wants of every node.
 *
 * @param bindings  enabled ones of active tenants
 * @param artifacts staged packs that are bound or offered
 * @param keys      trusted keys by id
 */
public record Desired(List<Binding> bindings, Map<PackKey, Artifact> artifacts, Map<String, TrustedKey> keys) {

    public Desired {
        bindings = List.copyOf(bindings);
        artifacts = Map.copyOf(artifacts);
        keys = Map.copyOf(keys);
    }

    boolean isBound(PackKey key) {
        return bindings.stream().anyMatch(binding -> new PackKey(binding.packId(), binding.version()).equals(key));
    }
}

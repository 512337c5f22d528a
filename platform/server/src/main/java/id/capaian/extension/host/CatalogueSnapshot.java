package id.capaian.extension.host;

import id.capaian.extension.Binding;
import id.capaian.kernel.tenancy.TenantCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this node knows of packs at one moment.
 *
 * @param bindings enabled ones by tenant
 * @param active   loaded packs
 * @param verified packs that passed every check, loaded or not
 * @param reports  what was last said of each pack
 */
record CatalogueSnapshot(Map<TenantCode, List<Binding>> bindings, Map<PackKey, LoadedPack> active,
        Map<PackKey, VerifiedPack> verified, Map<PackKey, PackReport> reports) {

    static final CatalogueSnapshot EMPTY = new CatalogueSnapshot(Map.of(), Map.of(), Map.of(), Map.of());

    CatalogueSnapshot {
        bindings = Map.copyOf(bindings);
        active = Map.copyOf(active);
        verified = Map.copyOf(verified);
        reports = Map.copyOf(reports);
    }

    List<Binding> bindingsOf(TenantCode tenant) {
        return bindings.getOrDefault(tenant, List.of());
    }

    Optional<LoadedPack> loaded(PackKey key) {
        return Optional.ofNullable(active.get(key));
    }
}

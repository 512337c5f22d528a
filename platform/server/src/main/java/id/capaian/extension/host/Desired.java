package id.capaian.extension.host;

import id.capaian.extension.Binding;
import id.capaian.kernel.tenancy.TenantCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the registry wants of every node.
 *
 * @param bindings  enabled ones of active tenants
 * @param artifacts staged packs that are bound or offered
 * @param keys      trusted keys by id
 * @param bound     which packs are to be loaded: those of the bindings that are not replaced for good
 */
public record Desired(List<Binding> bindings, Map<PackKey, Artifact> artifacts, Map<String, TrustedKey> keys,
        Set<PackKey> bound) {

    private static final Comparator<Binding> BY_AGE =
            Comparator.comparing(Binding::effectiveFrom).thenComparing(Binding::bindingId);

    public Desired {
        bindings = List.copyOf(bindings);
        artifacts = Map.copyOf(artifacts);
        keys = Map.copyOf(keys);
        bound = Set.copyOf(bound);
    }

    /** @param day before today wherever a tenant is: what was replaced by then is not bound any more */
    public Desired(List<Binding> bindings, Map<PackKey, Artifact> artifacts, Map<String, TrustedKey> keys,
            LocalDate day) {
        this(bindings, artifacts, keys, bindings.stream().collect(Collectors.groupingBy(Place::of)).values().stream()
                .flatMap(ofPlace -> atWork(ofPlace, day)).collect(Collectors.toSet()));
    }

    /** Where bindings replace each other. */
    private record Place(TenantCode tenant, UUID unit) {

        static Place of(Binding binding) {
            return new Place(binding.tenant(), binding.orgUnitId());
        }
    }

    /** Of one place: what is to come, what holds, and the pack before it, to fall or go back to. */
    private static Stream<PackKey> atWork(List<Binding> bindings, LocalDate day) {
        Stream<PackKey> later = bindings.stream().filter(binding -> binding.effectiveFrom().isAfter(day))
                .map(Desired::pack);
        Stream<PackKey> begun = bindings.stream().filter(binding -> !binding.effectiveFrom().isAfter(day))
                .sorted(BY_AGE.reversed()).map(Desired::pack).distinct().limit(2);
        return Stream.concat(later, begun);
    }

    private static PackKey pack(Binding binding) {
        return new PackKey(binding.packId(), binding.version());
    }

    boolean isBound(PackKey key) {
        return bound.contains(key);
    }
}

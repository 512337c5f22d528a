package id.capaian.extension.control;

import id.capaian.extension.host.PackArchive;
import id.capaian.extension.host.PackKey;
import id.capaian.kernel.tenancy.SystemUseCase;
import jakarta.inject.Inject;
import java.util.Optional;

/** Fetches packs from the registry with the trust their key has today. */
@SystemUseCase
public class ReadArchive implements PackArchive {

    private final DesiredSql registry;

    ReadArchive() {
        this(null);
    }

    @Inject
    ReadArchive(DesiredSql registry) {
        this.registry = registry;
    }

    @Override
    public Optional<Kept> find(PackKey pack) {
        return registry.staged(pack).map(artifact -> new Kept(artifact, registry.keys().stream()
                .filter(key -> key.keyId().equals(artifact.keyId())).findFirst().orElse(null), registry.bytes(pack)));
    }
}

package id.capaian.extension.control;

import id.capaian.extension.host.Artifact;
import id.capaian.extension.host.Desired;
import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.TrustedKey;
import id.capaian.kernel.tenancy.SystemUseCase;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what the registry wants of every node. */
@SystemUseCase
public class ReadDesired {

    private final DesiredSql registry;

    ReadDesired() {
        this(null);
    }

    @Inject
    ReadDesired(DesiredSql registry) {
        this.registry = registry;
    }

    public Desired read() {
        return new Desired(registry.bindings(),
                registry.artifacts().stream().collect(Collectors.toMap(Artifact::key, Function.identity())),
                registry.keys().stream().collect(Collectors.toMap(TrustedKey::keyId, Function.identity())));
    }

    /** A staged jar. */
    public byte[] bytes(PackKey key) {
        return registry.bytes(key);
    }
}

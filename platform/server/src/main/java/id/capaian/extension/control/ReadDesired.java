package id.capaian.extension.control;

import id.capaian.extension.host.Artifact;
import id.capaian.extension.host.Desired;
import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.TrustedKey;
import id.capaian.kernel.tenancy.SystemUseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what the registry wants of every node. */
@SystemUseCase
public class ReadDesired {

    private final DesiredSql registry;
    private final Clock clock;

    ReadDesired() {
        this(null, null);
    }

    @Inject
    ReadDesired(DesiredSql registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    public Desired read() {
        return new Desired(registry.bindings(),
                registry.artifacts().stream().collect(Collectors.toMap(Artifact::key, Function.identity())),
                registry.keys().stream().collect(Collectors.toMap(TrustedKey::keyId, Function.identity())),
                dayGoneBy());
    }

    /** Yesterday in Greenwich is over for every tenant, whatever its time zone east of it. */
    private LocalDate dayGoneBy() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    }

    /** A staged jar. */
    public byte[] bytes(PackKey key) {
        return registry.bytes(key);
    }
}

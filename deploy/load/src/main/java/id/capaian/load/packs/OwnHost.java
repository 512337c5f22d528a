package id.capaian.load.packs;

import id.capaian.extension.Binding;
import id.capaian.extension.Lease;
import id.capaian.extension.PackCondition;
import id.capaian.extension.host.Artifact;
import id.capaian.extension.host.Desired;
import id.capaian.extension.host.PackKey;
import id.capaian.extension.host.PluginHost;
import id.capaian.extension.host.TrustedKey;
import id.capaian.kernel.tenancy.TenantCode;
import id.capaian.plugin.engine.PackInvalid;
import id.capaian.plugin.engine.PackJar;
import id.capaian.plugin.engine.PackSignature;
import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The server's host of packs in this program, with everything it checks and guards; packs are signed with a key made
 * for the run, as the registry would hold them.
 */
final class OwnHost implements AutoCloseable {

    private static final String KEY_ID = "load";
    private static final Instant STAGED = Instant.parse("2026-01-01T00:00:00Z");

    private final PluginHost host = new PluginHost();
    private final KeyPair keys = PackSignature.newKeyPair();
    private final Map<PackKey, Artifact> artifacts = new HashMap<>();
    private final Map<PackKey, byte[]> staged = new HashMap<>();
    private final List<Binding> bindings = new ArrayList<>();

    /** Makes a pack serve these tenants. */
    PackKey serve(byte[] bytes, TenantCode... tenants) throws PackInvalid {
        PackJar jar = PackJar.read(bytes);
        Artifact artifact = new Artifact(jar.id(), jar.version(), jar.sha256(), jar.kind().name(), KEY_ID,
                signature(jar), STAGED);
        artifacts.put(artifact.key(), artifact);
        staged.put(artifact.key(), bytes);
        for (TenantCode tenant : tenants) {
            bindings.add(new Binding(new UUID(1, bindings.size()), tenant, null, jar.id(), jar.version(), jar.sha256(),
                    "{}", LocalDate.of(2026, 1, 1)));
        }
        TrustedKey key = new TrustedKey(KEY_ID, keys.getPublic().getEncoded(), STAGED.minusSeconds(1), null, null);
        Desired desired = new Desired(bindings, artifacts, Map.of(KEY_ID, key), artifacts.keySet());
        host.converge(desired, staged::get, report -> {
            if (report.condition() == PackCondition.FAILED) {
                throw new IllegalStateException(report.key() + " is refused: " + report.reason());
            }
        });
        return artifact.key();
    }

    Lease lease(PackKey pack, TenantCode tenant) {
        return host.lease(pack, tenant).orElseThrow(() -> new IllegalStateException(pack + " is not active"));
    }

    private byte[] signature(PackJar jar) {
        String line = PackSignature.sign(jar, KEY_ID, keys.getPrivate()).format().lines()
                .filter(each -> each.startsWith("signature: ")).findFirst().orElseThrow();
        return Base64.getDecoder().decode(line.substring("signature: ".length()).strip());
    }

    @Override
    public void close() {
        host.end();
    }
}

package id.capaian.extension.host;

import java.time.Instant;
import java.util.Arrays;

/**
 * A staged version of a pack, as the registry describes it.
 *
 * @param packId    e.g. {@code region-samarinda}
 * @param version   e.g. {@code 1.0.0}
 * @param sha256    of its jar, lower-case hex
 * @param kind      DATA or JAVA
 * @param keyId     which key signed it
 * @param signature Ed25519, 64 bytes
 * @param stagedAt  when it was staged
 */
public record Artifact(String packId, String version, String sha256, String kind, String keyId, byte[] signature,
        Instant stagedAt) {

    /** As records are, but by the content of the signature: two readings of a row are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Artifact that && packId.equals(that.packId) && version.equals(that.version)
                && sha256.equals(that.sha256) && kind.equals(that.kind) && keyId.equals(that.keyId)
                && Arrays.equals(signature, that.signature) && stagedAt.equals(that.stagedAt);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    /** {@code id@version}. */
    public PackKey key() {
        return new PackKey(packId, version);
    }
}

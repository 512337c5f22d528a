package id.capaian.extension.host;

import java.time.Instant;

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

    /** {@code id@version}. */
    public PackKey key() {
        return new PackKey(packId, version);
    }
}

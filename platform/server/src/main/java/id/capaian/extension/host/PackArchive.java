package id.capaian.extension.host;

import java.util.Optional;

/** Every pack that was ever staged; bytes are never deleted, so that old scores can be computed again. */
@FunctionalInterface
public interface PackArchive {

    /**
     * A staged pack.
     *
     * @param key   the key that signed it as it is trusted today; null when it is known no more
     * @param bytes of its jar
     */
    record Kept(Artifact artifact, TrustedKey key, byte[] bytes) {
    }

    /** Finds a pack; empty when it was never staged. */
    Optional<Kept> find(PackKey pack);
}

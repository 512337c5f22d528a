package id.capaian.extension.host;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * A key whose packs are let in.
 *
 * @param keyId     its name
 * @param publicKey Ed25519, X.509 encoding
 * @param validFrom from when
 * @param validTo   until when; null without end
 * @param revokedAt when it was withdrawn; null when it was not
 */
public record TrustedKey(String keyId, byte[] publicKey, Instant validFrom, Instant validTo, Instant revokedAt) {

    /** As records are, but by the content of the key: two readings of a row are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TrustedKey that && keyId.equals(that.keyId) && Arrays.equals(publicKey, that.publicKey)
                && validFrom.equals(that.validFrom) && Objects.equals(validTo, that.validTo)
                && Objects.equals(revokedAt, that.revokedAt);
    }

    @Override
    public int hashCode() {
        return keyId.hashCode();
    }

    boolean isGoodAt(Instant time) {
        return !time.isBefore(validFrom) && (validTo == null || time.isBefore(validTo));
    }
}

package id.capaian.extension.host;

import java.time.Instant;

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

    boolean isGoodAt(Instant time) {
        return !time.isBefore(validFrom) && (validTo == null || time.isBefore(validTo));
    }
}

package id.capaian.keycloak.signon;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Callers with a bearer token. A token is verified once and remembered by its hash until it expires; its roles are
 * read again every minute, so that a role taken away is gone soon.
 */
final class BearerCallers {

    private static final int REMEMBERED = 10_000;
    private static final long ROLES_MILLIS = 60_000;

    private final TokenVerifier verifier;
    private final Admission admission;
    private final EndedSessions ended;
    private final Clock clock;
    private final BoundedCache<Hash, Known> known = new BoundedCache<>(REMEMBERED);

    BearerCallers(TokenVerifier verifier, Admission admission, EndedSessions ended, Clock clock) {
        this.verifier = verifier;
        this.admission = admission;
        this.ended = ended;
        this.clock = clock;
    }

    /**
     * The caller in this area.
     *
     * @return empty when the token is good but not for this area
     * @throws InvalidToken    when it is not good, no longer good, or its session was ended
     * @throws KeysUnavailable when it cannot be checked now
     */
    Optional<SignedOn> admit(Area area, String token) throws InvalidToken, KeysUnavailable {
        Hash hash = Hash.of(token);
        long now = clock.millis();
        Known entry = known.get(hash);
        if (entry == null) {
            entry = new Known(verifier.verify(token), null, null, 0);
        } else if (entry.token.expiresAt() + TokenVerifier.SKEW_SECONDS * 1_000L <= now) {
            known.remove(hash);
            throw new InvalidToken("expired");
        }
        VerifiedToken verified = entry.token;
        if (ended.isEnded(verified.sessionId(), verified.subject(), Instant.ofEpochMilli(verified.issuedAt()))) {
            throw new InvalidToken("session ended");
        }
        if (!area.equals(entry.area) || entry.rolesUntil <= now) {
            entry = withRoles(area, verified, now);
            known.put(hash, entry);
        }
        return Optional.ofNullable(entry.caller);
    }

    /** Whether the token was good in this area when it was last used. */
    boolean remembers(Area area, String token) {
        Known entry = known.get(Hash.of(token));
        return entry != null && entry.caller != null && entry.area.equals(area);
    }

    private Known withRoles(Area area, VerifiedToken token, long now) {
        SignedOn caller = admission.standing(area, token).map(standing -> new SignedOn(token.subject(),
                token.displayName(), area, standing.employeeId(), standing.roles(), token.sessionId(), Kind.MACHINE))
                .orElse(null);
        return new Known(token, area, caller, now + ROLES_MILLIS);
    }

    /** A verified token, and the caller it makes in the area it was last used for; null when not admitted there. */
    private record Known(VerifiedToken token, Area area, SignedOn caller, long rolesUntil) {
    }

    /** SHA-256 of a token: tokens themselves are not kept in memory. */
    private record Hash(long a, long b, long c, long d) {

        static Hash of(String token) {
            try {
                ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                        .digest(token.getBytes(StandardCharsets.ISO_8859_1)));
                return new Hash(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}

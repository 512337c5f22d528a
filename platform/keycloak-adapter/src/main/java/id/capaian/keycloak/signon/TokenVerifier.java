package id.capaian.keycloak.signon;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Checks what Keycloak signed. Its keys are fetched ahead of need and kept through an outage, so that a Keycloak that
 * is away or hangs does not turn valid tokens into refusals.
 */
final class TokenVerifier implements AutoCloseable {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 1_500;
    private static final int LARGEST_KEY_SET = 100_000;
    private static final long KEYS_FRESH_MILLIS = 300_000;
    private static final long KEYS_FETCH_MILLIS = 5_000;
    private static final long KEYS_AHEAD_MILLIS = 30_000;
    private static final long KEYS_AT_MOST_EVERY_MILLIS = 10_000;
    /** How far clocks may differ: a token is good for so much longer than it says. */
    static final int SKEW_SECONDS = 30;
    /** Longer ones are no access tokens of ours; hashing and parsing them would only serve an attacker. */
    private static final int LONGEST = 8_192;
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private final DefaultJWTProcessor<SecurityContext> accessTokens;
    private final DefaultJWTProcessor<SecurityContext> logoutTokens;
    private final JWKSource<SecurityContext> keys;
    private final Clock clock;
    private volatile boolean keysSeen;

    TokenVerifier(SignOnSettings settings, Clock clock) {
        this.clock = clock;
        this.keys = keys(settings);
        this.accessTokens = processor(keys, new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
        accessTokens.setJWTClaimsSetVerifier(atOurTime(new ClaimsAt(clock, Set.of(settings.audience()),
                new JWTClaimsSet.Builder().issuer(settings.issuer()).claim("typ", "Bearer").build(),
                Set.of("sub", "exp", "iat", "azp"))));
        this.logoutTokens = processor(keys, new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("logout+jwt")));
        logoutTokens.setJWTClaimsSetVerifier(atOurTime(new ClaimsAt(clock, Set.of(settings.clientId()),
                new JWTClaimsSet.Builder().issuer(settings.issuer()).build(), Set.of("iat", "exp", "events"))));
    }

    /** Checks an access token and reads it. */
    VerifiedToken verify(String token) throws InvalidToken, KeysUnavailable {
        JWTClaimsSet claims = process(accessTokens, token);
        try {
            String client = claims.getStringClaim("azp");
            String name = claims.getStringClaim("name");
            return new VerifiedToken(claims.getSubject(), name == null ? client : name, client,
                    claims.getStringClaim("sid"), tenants(claims.getClaim("organization")), realmRoles(claims),
                    claims.getIssueTime().getTime(), claims.getExpirationTime().getTime());
        } catch (ParseException e) {
            throw new InvalidToken("claims of an unexpected type");
        }
    }

    /** Checks a back-channel logout token and reads whom it is about. */
    LoggedOut verifyLogout(String token) throws InvalidToken, KeysUnavailable {
        JWTClaimsSet claims = process(logoutTokens, token);
        try {
            Map<String, Object> events = claims.getJSONObjectClaim("events");
            String sessionId = claims.getStringClaim("sid");
            boolean aboutSomebody = sessionId != null || claims.getSubject() != null;
            if (events == null || !events.containsKey(LOGOUT_EVENT) || claims.getClaim("nonce") != null
                    || !aboutSomebody) {
                throw new InvalidToken("no logout token");
            }
            return new LoggedOut(sessionId, claims.getSubject());
        } catch (ParseException e) {
            throw new InvalidToken("claims of an unexpected type");
        }
    }

    /** Stops fetching keys ahead of need. */
    @Override
    public void close() {
        if (keys instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private JWTClaimsSet process(DefaultJWTProcessor<SecurityContext> processor, String token)
            throws InvalidToken, KeysUnavailable {
        if (token.length() > LONGEST) {
            throw new InvalidToken("too long");
        }
        try {
            JWTClaimsSet claims = processor.process(token, null);
            keysSeen = true;
            if (claims.getIssueTime().getTime() > clock.millis() + SKEW_SECONDS * 1_000L) {
                throw new InvalidToken("issued in the future");
            }
            return claims;
        } catch (KeySourceException e) {
            // Asking for keys too often, with keys in hand, is one more unknown key id; anything else is an outage.
            if (e instanceof RateLimitReachedException && keysSeen) {
                throw new InvalidToken("unknown key");
            }
            throw new KeysUnavailable(e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new InvalidToken(e.getClass().getSimpleName());
        }
    }

    /** Keycloak writes an array of aliases, or an object with an entry per alias, depending on its mapper. */
    private static Set<String> tenants(Object claim) throws InvalidToken {
        if (claim == null) {
            return Set.of();
        }
        Collection<?> names;
        if (claim instanceof Map<?, ?> byAlias) {
            names = byAlias.keySet();
        } else if (claim instanceof Collection<?> list) {
            names = list;
        } else {
            throw new InvalidToken("organization of an unexpected type");
        }
        return strings(names);
    }

    private static Set<String> realmRoles(JWTClaimsSet claims) throws ParseException, InvalidToken {
        Map<String, Object> access = claims.getJSONObjectClaim("realm_access");
        return access != null && access.get("roles") instanceof Collection<?> roles ? strings(roles) : Set.of();
    }

    private static Set<String> strings(Collection<?> values) throws InvalidToken {
        Set<String> strings = new HashSet<>();
        for (Object value : values) {
            if (!(value instanceof String string)) {
                throw new InvalidToken("names of an unexpected type");
            }
            strings.add(string);
        }
        return Set.copyOf(strings);
    }

    private static JWKSource<SecurityContext> keys(SignOnSettings settings) {
        try {
            return JWKSourceBuilder.create(URI.create(settings.endpoint("certs")).toURL(),
                            new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_KEY_SET))
                    .cache(KEYS_FRESH_MILLIS, KEYS_FETCH_MILLIS)
                    .refreshAheadCache(KEYS_AHEAD_MILLIS, true)
                    .rateLimited(KEYS_AT_MOST_EVERY_MILLIS)
                    .retrying(true)
                    .outageTolerant(Math.max(KEYS_FRESH_MILLIS, settings.outage().toMillis()))
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static DefaultJWTProcessor<SecurityContext> processor(JWKSource<SecurityContext> keys,
            DefaultJOSEObjectTypeVerifier<SecurityContext> types) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(types);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.PS256), keys));
        return processor;
    }

    private static ClaimsAt atOurTime(ClaimsAt verifier) {
        verifier.setMaxClockSkew(SKEW_SECONDS);
        return verifier;
    }

    /** Nimbus's own claim checks, at the time our clock shows. */
    private static final class ClaimsAt extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        ClaimsAt(Clock clock, Set<String> audience, JWTClaimsSet exact, Set<String> required) {
            super(audience, exact, required, Set.of());
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return new Date(clock.millis());
        }
    }
}

package id.capaian.keycloak.signon;

import static id.capaian.keycloak.signon.World.SITI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The matrix of tokens of the stack sheet, against our own key. */
class TokenVerifierTest {

    private World world;
    private TokenServer keycloak;
    private TokenVerifier verifier;

    @BeforeEach
    void start() throws Exception {
        world = new World();
        keycloak = world.keycloak;
        verifier = new TokenVerifier(world.settings, world.clock);
    }

    @AfterEach
    void stop() {
        verifier.close();
        world.close();
    }

    @Test
    void readsAGoodToken() throws Exception {
        VerifiedToken token = verifier.verify(TokenServer.sign(good().build()));
        assertEquals(SITI, token.subject());
        assertEquals("Siti Aminah", token.displayName());
        assertEquals(Set.of("samarinda"), token.tenants());
        assertEquals("session-of-" + SITI, token.sessionId());
    }

    @Test
    void readsTheTenantFromTheObjectForm() throws Exception {
        String token = TokenServer.sign(good()
                .claim("organization", Map.of("samarinda", Map.of("id", "x", "groups", List.of()))).build());
        assertEquals(Set.of("samarinda"), verifier.verify(token).tenants());
    }

    @Test
    void acceptsTheTypeOfRfc9068AndOtherStrongAlgorithms() throws Exception {
        verifier.verify(signed(JWSAlgorithm.RS256, "at+jwt", "first", TokenServer.KEY));
        verifier.verify(signed(JWSAlgorithm.PS256, "JWT", "first", TokenServer.KEY));
    }

    @Test
    void refusesUnsignedAndForeignTokens() throws Exception {
        refused(new PlainJWT(good().build()).serialize());
        String token = TokenServer.sign(good().build());
        refused(token.substring(0, token.lastIndexOf('.') + 1));
        refused(token.substring(0, token.lastIndexOf('.')));
        refused(token.substring(0, token.length() - 6) + "AAAAAA");
        refused("");
        refused("rubbish");
        refused("a.b.c");
        refused("x".repeat(9_000));
        refused(signed(JWSAlgorithm.RS256, "JWT", "first", TokenServer.key("first")));
        refused(signed(JWSAlgorithm.RS256, "JWT", "unknown", TokenServer.key("unknown")));
        refused(signed(JWSAlgorithm.RS512, "JWT", "first", TokenServer.KEY));
        refused(TokenServer.sign(new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).keyID("first")
                .build(), good().build(), new MACSigner(TokenServer.KEY.toPublicKey().getEncoded())));
    }

    @Test
    void refusesAKeyThatTheTokenBringsAlong() throws Exception {
        RSAKey own = TokenServer.key("first");
        refused(TokenServer.sign(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID("first")
                .jwk(own.toPublicJWK()).build(), good().build(), TokenServer.signer(own)));
    }

    @Test
    void refusesChangedContents() throws Exception {
        String[] parts = TokenServer.sign(good().build()).split("\\.");
        String[] other = TokenServer.sign(keycloak.claims("somebody-else", "tubei").build()).split("\\.");
        refused(parts[0] + "." + other[1] + "." + parts[2]);
    }

    @Test
    void refusesWrongClaims() throws Exception {
        refused(TokenServer.sign(good().audience("account").build()));
        refused(TokenServer.sign(good().audience((String) null).build()));
        refused(TokenServer.sign(good().issuer(keycloak.issuer() + "2").build()));
        refused(TokenServer.sign(good().issuer(null).build()));
        refused(TokenServer.sign(good().claim("typ", "ID").build()));
        refused(TokenServer.sign(good().claim("typ", "Refresh").build()));
        refused(TokenServer.sign(good().claim("typ", null).build()));
        refused(TokenServer.sign(good().subject(null).build()));
        refused(TokenServer.sign(good().claim("azp", null).build()));
        refused(TokenServer.sign(good().expirationTime(null).build()));
        refused(TokenServer.sign(good().issueTime(null).build()));
        refused(TokenServer.sign(good().claim("organization", "samarinda").build()));
        refused(TokenServer.sign(good().claim("organization", List.of(1)).build()));
        refused(signed(JWSAlgorithm.RS256, "ID", "first", TokenServer.KEY));
    }

    @Test
    void refusesTokensOfAnotherTimeButAllowsHalfAMinute() throws Exception {
        refused(TokenServer.sign(good().expirationTime(inSeconds(-35)).build()));
        refused(TokenServer.sign(good().notBeforeTime(inSeconds(3_600)).build()));
        refused(TokenServer.sign(good().issueTime(inSeconds(3_600)).build()));
        verifier.verify(TokenServer.sign(good().expirationTime(inSeconds(-25)).build()));
        verifier.verify(TokenServer.sign(good().issueTime(inSeconds(25)).build()));
    }

    @Test
    void belongsToExactlyOneTenant() throws Exception {
        assertBelongs(true, good());
        assertBelongs(false, keycloak.claims(SITI));
        assertBelongs(false, keycloak.claims(SITI, "samarinda", "tubei"));
        assertBelongs(false, keycloak.claims(SITI, "tubei"));
        assertBelongs(false, keycloak.claims(SITI).claim("organization", Map.of()));
        assertBelongs(false, keycloak.claims(SITI).claim("organization",
                Map.of("samarinda", Map.of(), "tubei", Map.of())));
    }

    @Test
    void takesANewKeyAtOnceAndAsksOnceForManyUnknownOnes() throws Exception {
        verifier.verify(TokenServer.sign(good().build()));
        RSAKey second = TokenServer.key("second");
        keycloak.keys = new JWKSet(List.of(TokenServer.KEY.toPublicJWK(), second.toPublicJWK()));
        verifier.verify(signed(JWSAlgorithm.RS256, "JWT", "second", second));
        int before = keycloak.keyFetches.get();
        for (int i = 0; i < 20; i++) {
            refused(signed(JWSAlgorithm.RS256, "JWT", "unknown" + i, second));
        }
        assertTrue(keycloak.keyFetches.get() - before <= 1);
    }

    @Test
    void neverCallsATokenBadWhileNoKeysCanBeHad() {
        keycloak.line = TokenServer.Line.FAILING;
        String token = TokenServer.sign(good().build());
        for (int i = 0; i < 8; i++) {
            assertThrows(KeysUnavailable.class, () -> verifier.verify(token));
        }
    }

    @Test
    void readsALogoutToken() throws Exception {
        LoggedOut loggedOut = verifier.verifyLogout(TokenServer.sign(logout().build()));
        assertEquals(new LoggedOut("session", SITI), loggedOut);
    }

    @Test
    void refusesWhatIsNoLogoutToken() {
        for (JWTClaimsSet.Builder claims : List.of(good(), logout().audience("capaian-api"),
                logout().claim("events", Map.of()), logout().claim("nonce", "n"),
                logout().subject(null).claim("sid", null), logout().issuer("http://elsewhere"),
                logout().expirationTime(inSeconds(-60)))) {
            assertThrows(InvalidToken.class, () -> verifier.verifyLogout(TokenServer.sign(claims.build())));
        }
    }

    private JWTClaimsSet.Builder good() {
        return keycloak.claims(SITI, "samarinda");
    }

    private JWTClaimsSet.Builder logout() {
        return new JWTClaimsSet.Builder().issuer(keycloak.issuer()).audience("capaian-web").subject(SITI)
                .claim("sid", "session").issueTime(inSeconds(0)).expirationTime(inSeconds(120))
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    private Date inSeconds(int seconds) {
        return Date.from(world.clock.instant().plus(Duration.ofSeconds(seconds)));
    }

    private String signed(JWSAlgorithm algorithm, String type, String keyId, RSAKey key) {
        return TokenServer.sign(new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type)).keyID(keyId).build(),
                good().build(), TokenServer.signer(key));
    }

    private void refused(String token) {
        assertThrows(InvalidToken.class, () -> verifier.verify(token));
    }

    private void assertBelongs(boolean expected, JWTClaimsSet.Builder claims) throws Exception {
        assertEquals(expected, verifier.verify(TokenServer.sign(claims.build())).belongsTo(World.SAMARINDA));
    }
}

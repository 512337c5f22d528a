package id.capaian.keycloak.signon;

import static id.capaian.keycloak.signon.World.SITI;
import static id.capaian.keycloak.signon.World.headers;
import static id.capaian.keycloak.signon.World.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BearerTest {

    private World world;

    @BeforeEach
    void start() throws Exception {
        world = new World();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void admitsToItsOwnTenantOnly() {
        String token = token(world.keycloak.claims(SITI, "samarinda"));
        SignedOn caller = caller(world.api("/api/samarinda/progress", token));
        assertEquals(SITI, caller.getName());
        assertEquals("samarinda", caller.tenant());
        assertEquals(Set.of("EMPLOYEE"), caller.roles());
        assertEquals(World.EMPLOYEE, caller.employeeId());
        assertEquals(Kind.MACHINE, caller.kind());
        assertEquals(403, status(world.api("/api/tubei/progress", token)));
        assertEquals(403, status(world.api("/api/national/cube", token)));
        assertEquals(403, status(world.api("/api/operator/packs", token)));
    }

    @Test
    void realmRolesAndGroupsCountForNothingInsideATenant() {
        String token = token(world.keycloak.claims(SITI, "samarinda")
                .claim("realm_access", Map.of("roles", List.of("operator", "national_analyst", "REGION_HR_ADMIN")))
                .claim("groups", List.of("REGION_HR_ADMIN")));
        assertEquals(Set.of("EMPLOYEE"), caller(world.api("/api/samarinda/x", token)).roles());
        assertEquals(403, status(world.api("/api/operator/x", token)));
        assertEquals(403, status(world.api("/api/national/x", token)));
    }

    @Test
    void realmRolesOpenTheirOwnAreaOnly() {
        String analyst = token(world.claims(Area.NATIONAL));
        SignedOn caller = caller(world.api("/api/national/cube", analyst));
        assertEquals(Set.of("NATIONAL_ANALYST"), caller.roles());
        assertEquals(null, caller.tenant());
        assertEquals(403, status(world.api("/api/operator/x", analyst)));
        assertEquals(403, status(world.api("/api/samarinda/x", analyst)));
        String operator = token(world.claims(Area.OPERATOR));
        assertEquals(Set.of("OPERATOR"), caller(world.api("/api/operator/x", operator)).roles());
        assertEquals(0, world.roleReads.get());
    }

    @Test
    void refusesBadTokensWithAChallenge() {
        Verdict verdict = world.api("/api/samarinda/x", "rubbish");
        assertEquals(401, status(verdict));
        assertEquals("Bearer realm=\"capaian\", error=\"invalid_token\"", headers(verdict).get("WWW-Authenticate"));
    }

    @Test
    void readsRolesOnceAMinute() {
        String token = token(world.keycloak.claims(SITI, "samarinda"));
        for (int i = 0; i < 5; i++) {
            world.api("/api/samarinda/x", token);
        }
        assertEquals(1, world.roleReads.get());
        world.roles = Set.of("EMPLOYEE", "RATER");
        world.clock.move(Duration.ofSeconds(61));
        assertEquals(Set.of("EMPLOYEE", "RATER"), caller(world.api("/api/samarinda/x", token)).roles());
        assertEquals(2, world.roleReads.get());
    }

    @Test
    void aRememberedTokenStillExpires() {
        String token = token(world.keycloak.claims(SITI, "samarinda"));
        caller(world.api("/api/samarinda/x", token));
        world.clock.move(Duration.ofSeconds(301));
        caller(world.api("/api/samarinda/x", token));
        world.clock.move(Duration.ofSeconds(30));
        assertEquals(401, status(world.api("/api/samarinda/x", token)));
        assertEquals(401, status(world.api("/api/samarinda/x", token)), "remembered or not, the same");
    }

    @Test
    void aTokenIsKnownOnlyWhereItWasGood() {
        String token = token(world.keycloak.claims(SITI, "samarinda"));
        assertFalse(world.knows("/api/samarinda/x", "Bearer " + token, Map.of()));
        caller(world.api("/api/samarinda/x", token));
        assertTrue(world.knows("/api/samarinda/x", "Bearer " + token, Map.of()));
        assertEquals(403, status(world.api("/api/tubei/x", token)));
        assertFalse(world.knows("/api/tubei/x", "Bearer " + token, Map.of()));
    }

    @Test
    void aRememberedTokenDiesWithItsSession() {
        String token = token(world.keycloak.claims(SITI, "samarinda"));
        caller(world.api("/api/samarinda/x", token));
        world.endedAt.put("session-of-" + SITI, world.clock.instant().plusSeconds(1));
        assertEquals(401, status(world.api("/api/samarinda/x", token)));
        world.clock.move(Duration.ofSeconds(2));
        caller(world.api("/api/samarinda/x", token(world.keycloak.claims(SITI, "samarinda"))));
    }

    @Test
    void goesOnWithoutKeycloakOnceItsKeysAreKnown() {
        caller(world.api("/api/samarinda/x", token(world.keycloak.claims(SITI, "samarinda"))));
        world.keycloak.line = TokenServer.Line.HANGING;
        long start = System.nanoTime();
        caller(world.api("/api/tubei/x", token(world.keycloak.claims("other", "tubei"))));
        assertTrue(System.nanoTime() - start < 900_000_000L);
    }

    @Test
    void answers503WhenNothingIsKnownYet() {
        world.keycloak.line = TokenServer.Line.FAILING;
        Verdict verdict = world.api("/api/samarinda/x", token(world.keycloak.claims(SITI, "samarinda")));
        assertEquals(503, status(verdict));
        assertEquals("30", headers(verdict).get("Retry-After"));
    }

    @Test
    void answers503WhenRolesCannotBeRead() {
        world.rolesFail = new IllegalStateException("database away");
        assertEquals(503, status(world.api("/api/samarinda/x", token(world.keycloak.claims(SITI, "samarinda")))));
    }

    @Test
    void takesTheSchemeInAnyCaseAndFromTheHeaderOnly() {
        String token = token(world.keycloak.claims(SITI, "samarinda"));
        caller(world.ask("GET", "/api/samarinda/x", null, "bearer " + token, Map.of()));
        assertEquals(401, status(world.ask("GET", "/api/samarinda/x", null, null, Map.of("capaian-samarinda", token))));
        assertEquals(401, status(world.ask("GET", "/api/samarinda/x", null, "Basic " + token, Map.of())));
    }

    @Test
    void oldEntriesLeaveTheCache() {
        BoundedCache<Integer, Integer> cache = new BoundedCache<>(10);
        for (int i = 0; i < 100; i++) {
            cache.put(i, i);
            assertEquals(0, cache.get(0), "what is used stays");
        }
        assertEquals(null, cache.get(1));
        assertEquals(99, cache.get(99));
    }

    private static String token(JWTClaimsSet.Builder claims) {
        return TokenServer.sign(claims.build());
    }

    private static SignedOn caller(Verdict verdict) {
        return ((Verdict.Admit) verdict).caller();
    }
}

package id.capaian.keycloak.signon;

import static id.capaian.keycloak.signon.World.SAMARINDA;
import static id.capaian.keycloak.signon.World.SITI;
import static id.capaian.keycloak.signon.World.TUBEI;
import static id.capaian.keycloak.signon.World.headers;
import static id.capaian.keycloak.signon.World.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Duration ACCESS = Duration.ofSeconds(301);

    private World world;
    private Map<String, String> browser;

    @BeforeEach
    void start() throws Exception {
        world = new World();
        browser = world.signIn(SAMARINDA);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void aPageCostsNeitherKeycloakNorRoles() {
        int calls = world.keycloak.tokenCalls.get();
        int reads = world.roleReads.get();
        Verdict.Admit admit = admit(world.page("/samarinda/", browser));
        assertEquals(new SignedOn(SITI, "Siti Aminah", SAMARINDA, World.EMPLOYEE, Set.of("EMPLOYEE"),
                "session-of-" + SITI, Kind.PERSON), admit.caller());
        assertNull(admit.setCookie());
        assertEquals(calls, world.keycloak.tokenCalls.get());
        assertEquals(reads, world.roleReads.get());
    }

    @Test
    void worksForTheApiToo() {
        assertEquals(Kind.PERSON,
                admit(world.ask("GET", "/api/samarinda/x", "application/json", null, browser)).caller().kind());
    }

    @Test
    void theCookieOfOneTenantIsNoneOfAnother() {
        assertEquals(302, status(world.page("/tubei/", browser)));
        Map<String, String> renamed = Map.of("capaian-tubei", browser.get("capaian-samarinda"));
        Verdict verdict = world.page("/tubei/", renamed);
        assertEquals(302, status(verdict));
        assertTrue(headers(verdict).get("Set-Cookie").contains("capaian-tubei=;"));
        assertEquals(401, status(world.ask("GET", "/api/tubei/x", null, null, renamed)));
        assertEquals(401, status(world.ask("GET", "/api/national/x", null, null,
                Map.of("capaian-nasional", browser.get("capaian-samarinda")))));
    }

    @Test
    void onlyAYoungSessionOfTheAreaIsKnownBeforeItIsDecidedAbout() {
        assertTrue(world.knows("/samarinda/", null, browser));
        assertFalse(world.knows("/tubei/", null, browser));
        assertFalse(world.knows("/samarinda/", null, Map.of("capaian-samarinda", "rubbish")));
        world.clock.move(world.settings.outage().plusSeconds(1));
        assertFalse(world.knows("/samarinda/", null, browser));
    }

    @Test
    void aSessionIsKnownAlsoWhereNoneGoesOnWithoutKeycloak() throws Exception {
        try (World strict = new World(Map.of("capaian.session.outage-hours", "0"))) {
            Map<String, String> own = strict.signIn(SAMARINDA);
            strict.clock.move(Duration.ofSeconds(1));
            assertTrue(strict.knows("/samarinda/", null, own));
            strict.clock.move(ACCESS);
            assertFalse(strict.knows("/samarinda/", null, own));
        }
    }

    @Test
    void twoTenantsSideBySideInOneBrowser() {
        Map<String, String> both = new HashMap<>(browser);
        both.putAll(world.signIn(TUBEI));
        assertEquals("samarinda", admit(world.page("/samarinda/", both)).caller().tenant());
        assertEquals("tubei", admit(world.page("/tubei/", both)).caller().tenant());
    }

    @Test
    void nationalPeopleHaveTheirOwnCookie() {
        Map<String, String> analyst = world.signIn(Area.NATIONAL);
        assertEquals(Set.of("NATIONAL_ANALYST"), admit(world.page("/nasional/", analyst)).caller().roles());
        assertEquals(302, status(world.page("/operator/", analyst)));
        assertEquals(302, status(world.page("/samarinda/", analyst)));
    }

    @Test
    void refreshReadsRolesAgainAndSealsANewCookie() {
        world.clock.move(ACCESS);
        world.roles = Set.of("EMPLOYEE", "RATER");
        refreshesWith("refresh-2");
        Verdict.Admit admit = admit(world.page("/samarinda/", browser));
        assertEquals(Set.of("EMPLOYEE", "RATER"), admit.caller().roles());
        assertEquals("refresh-1", world.keycloak.lastForm.get("refresh_token"));
        World.browse(browser, admit.setCookie());
        int calls = world.keycloak.tokenCalls.get();
        assertEquals(Set.of("EMPLOYEE", "RATER"), admit(world.page("/samarinda/", browser)).caller().roles());
        assertEquals(calls, world.keycloak.tokenCalls.get());
        world.clock.move(ACCESS);
        admit(world.page("/samarinda/", browser));
        assertEquals("refresh-2", world.keycloak.lastForm.get("refresh_token"));
    }

    @Test
    void requestsThatComeTogetherRefreshOnce() throws Exception {
        world.clock.move(ACCESS);
        refreshesWith("refresh-2");
        int calls = world.keycloak.tokenCalls.get();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Verdict>> verdicts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            verdicts.add(threads.submit(() -> world.page("/samarinda/", browser)));
        }
        for (Future<Verdict> verdict : verdicts) {
            assertNotNull(admit(verdict.get()).setCookie());
        }
        threads.shutdown();
        assertEquals(1, world.keycloak.tokenCalls.get() - calls);
    }

    /** Who waits holds a place where others could work. */
    @Test
    void fewWaitForASlowKeycloakAndTheOthersGoOn() throws Exception {
        int waiting = Sessions.ASKING;
        List<Map<String, String>> browsers = new ArrayList<>();
        for (int i = 0; i < waiting + 6; i++) {
            world.clock.move(Duration.ofSeconds(1));
            browsers.add(world.signIn(SAMARINDA));
        }
        world.clock.move(ACCESS);
        CountDownLatch answering = new CountDownLatch(1);
        Function<Map<String, String>, TokenServer.Answer> good = form ->
                TokenServer.granted(world.claims(SAMARINDA).build(), "refresh-2");
        world.keycloak.tokens = form -> {
            try {
                answering.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return good.apply(form);
        };
        ExecutorService threads = Executors.newCachedThreadPool();
        var pages = new ExecutorCompletionService<Verdict>(threads);
        browsers.forEach(one -> pages.submit(() -> world.page("/samarinda/", one)));
        for (int i = 0; i < 6; i++) {
            assertNull(admit(pages.take().get()).setCookie(), "goes on as it was");
        }
        answering.countDown();
        for (int i = 0; i < waiting; i++) {
            assertNotNull(admit(pages.take().get()).setCookie());
        }
        threads.shutdown();
    }

    @Test
    void aRefusalEndsTheSessionAtOnce() {
        world.clock.move(ACCESS);
        world.keycloak.tokens = form -> TokenServer.refused();
        Verdict page = world.page("/samarinda/", browser);
        assertEquals(302, status(page));
        assertTrue(headers(page).get("Set-Cookie")
                .contains("capaian-samarinda=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"));
        assertEquals(401, status(world.ask("GET", "/api/samarinda/x", null, null, browser)));
    }

    @Test
    void losingTheTenantOrTheAccountEndsTheSession() {
        world.clock.move(ACCESS);
        world.keycloak.tokens = form -> TokenServer.granted(world.keycloak.claims(SITI, "tubei").build(), "r");
        assertEquals(302, status(world.page("/samarinda/", browser)));
        Map<String, String> again = world.signIn(SAMARINDA);
        world.clock.move(ACCESS);
        world.keycloak.tokens = form -> TokenServer.granted(world.keycloak.claims("else", "samarinda").build(), "r");
        assertEquals(302, status(world.page("/samarinda/", again)));
    }

    @Test
    void anOutageDoesNotEndASessionForEightHours() {
        for (TokenServer.Answer answer : List.of(new TokenServer.Answer(500, "{}"),
                new TokenServer.Answer(401, "{\"error\":\"invalid_client\"}"), new TokenServer.Answer(200, "<html>"))) {
            world.keycloak.tokens = form -> answer;
            world.clock.move(ACCESS);
            Verdict.Admit admit = admit(world.page("/samarinda/", browser));
            assertNull(admit.setCookie());
        }
        world.clock.move(Duration.ofHours(8).minus(ACCESS.multipliedBy(3)));
        admit(world.page("/samarinda/", browser));
        world.clock.move(Duration.ofSeconds(1));
        world.keycloak.line = TokenServer.Line.FAILING;
        assertEquals(503, status(world.page("/samarinda/", browser)));
        assertEquals(401, status(world.ask("POST", "/samarinda/x", "text/html", null, browser)));
    }

    @Test
    void aHangingKeycloakCostsOneCallerASecondAndAHalfEveryFiveSeconds() {
        world.clock.move(ACCESS);
        world.keycloak.line = TokenServer.Line.HANGING;
        int calls = world.keycloak.tokenCalls.get();
        long start = System.nanoTime();
        admit(world.page("/samarinda/", browser));
        assertTrue(System.nanoTime() - start < 2_600_000_000L);
        start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            admit(world.page("/samarinda/", browser));
        }
        assertTrue(System.nanoTime() - start < 900_000_000L);
        assertEquals(1, world.keycloak.tokenCalls.get() - calls);
        world.clock.move(Duration.ofSeconds(6));
        world.keycloak.line = TokenServer.Line.UP;
        refreshesWith("refresh-2");
        assertNotNull(admit(world.page("/samarinda/", browser)).setCookie());
    }

    @Test
    void anUnreachableRoleTableEndsNoSession() {
        world.clock.move(ACCESS);
        refreshesWith("refresh-2");
        world.rolesFail = new IllegalStateException("database away");
        Verdict verdict = world.page("/samarinda/", browser);
        assertEquals(503, status(verdict));
        assertNull(headers(verdict).get("Set-Cookie"));
        world.rolesFail = null;
        admit(world.page("/samarinda/", browser));
    }

    @Test
    void anEndedSessionStaysOutButANewSignInWithTheSameIdComesIn() {
        world.endedAt.put("session-of-" + SITI, world.clock.instant().plusSeconds(1));
        assertEquals(302, status(world.page("/samarinda/", browser)));
        world.clock.move(Duration.ofSeconds(2));
        admit(world.page("/samarinda/", world.signIn(SAMARINDA)));
    }

    private void refreshesWith(String refreshToken) {
        world.keycloak.tokens = form -> TokenServer.granted(world.claims(SAMARINDA).build(), refreshToken);
    }

    private static Verdict.Admit admit(Verdict verdict) {
        return (Verdict.Admit) verdict;
    }
}

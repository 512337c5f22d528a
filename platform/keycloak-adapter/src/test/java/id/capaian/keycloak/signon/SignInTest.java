package id.capaian.keycloak.signon;

import static id.capaian.keycloak.signon.World.SAMARINDA;
import static id.capaian.keycloak.signon.World.SITI;
import static id.capaian.keycloak.signon.World.TUBEI;
import static id.capaian.keycloak.signon.World.headers;
import static id.capaian.keycloak.signon.World.parameter;
import static id.capaian.keycloak.signon.World.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    private World world;
    private SignInFlow flow;
    private final Map<String, String> browser = new HashMap<>();

    @BeforeEach
    void start() throws Exception {
        world = new World();
        flow = world.signOn.signIn();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void sendsAVisitorToKeycloakForExactlyTheirTenant() {
        Verdict verdict = world.page("/samarinda/skp", browser);
        assertEquals(302, status(verdict));
        String location = headers(verdict).get("Location");
        assertTrue(location.startsWith(world.keycloak.issuer() + "/protocol/openid-connect/auth?response_type=code"));
        assertEquals("openid%20organization%3Asamarinda", parameter(location, "scope"));
        assertEquals("http%3A%2F%2Flocalhost%3A22080%2Fsign-in%2Fcallback", parameter(location, "redirect_uri"));
        assertEquals("S256", parameter(location, "code_challenge_method"));
        assertEquals("openid", parameter(flow.start(Area.OPERATOR, null).location(), "scope"));
        assertTrue(flow.startAnew(SAMARINDA, null).location().endsWith("&prompt=login"));
    }

    @Test
    void sendsWhoComesByTheGovernmentsLinkOnToItsOwnProvider() {
        String location = flow.start(SAMARINDA, "/samarinda/skp?x=1&masuk=pemda").location();
        assertEquals("samarinda", parameter(location, "kc_idp_hint"));
        assertFalse(flow.start(SAMARINDA, "/samarinda/?a=masuk=pemda").location().contains("kc_idp_hint"));
        assertFalse(flow.start(Area.OPERATOR, "/operator/?masuk=pemda").location().contains("kc_idp_hint"));
    }

    @Test
    void provesThatTheCodeIsItsOwn() throws Exception {
        String location = leave(SAMARINDA, "/samarinda/skp?p=1");
        granted(SAMARINDA);
        SignInOutcome.SignedIn in = assertInstanceOf(SignInOutcome.SignedIn.class, back(location));
        assertEquals("http://localhost:22080/samarinda/skp?p=1", in.redirection().location());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(
                world.keycloak.lastForm.get("code_verifier").getBytes(StandardCharsets.US_ASCII));
        assertEquals(Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
                parameter(location, "code_challenge"));
        assertEquals("http://localhost:22080/sign-in/callback", world.keycloak.lastForm.get("redirect_uri"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "https://evil.example/", "//evil.example/", "/\\evil.example/", "\\/evil.example",
        "/tubei/", "/samarinda/../tubei/", "/samarinda/..//evil.example", "/samarinda//evil.example", "samarinda/",
        "/samarindax/", "javascript:alert(1)", "/samarinda/\r\nSet-Cookie: a=b", "/samarinda/ x", "/api/samarinda/x",
        "/samarinda/%2e%2e/x", "@evil.example/", "/samarinda/\u0430", "/samarinda;@evil.example/"})
    void returnsToAPageOfTheAreaAndNowhereElse(String wanted) {
        String location = leave(SAMARINDA, wanted);
        granted(SAMARINDA);
        SignInOutcome.SignedIn in = (SignInOutcome.SignedIn) back(location);
        assertEquals("http://localhost:22080/samarinda/", in.redirection().location());
    }

    @Test
    void aForeignOrOldStateIsStale() {
        String location = leave(SAMARINDA, null);
        granted(SAMARINDA);
        assertEquals(SignInOutcome.Reason.STALE, reason(flow.finish("code", "other", null, browser::get)));
        assertEquals(SignInOutcome.Reason.STALE, reason(flow.finish("code", null, null, browser::get)));
        assertEquals(SignInOutcome.Reason.STALE,
                reason(flow.finish("code", parameter(location, "state"), null, name -> null)));
        world.clock.move(Duration.ofMinutes(11));
        assertEquals(SignInOutcome.Reason.STALE, reason(back(location)));
        assertEquals(0, world.keycloak.tokenCalls.get());
    }

    /** Anybody can come back with a code, and make Keycloak, or what stands before it, answer anything. */
    @Test
    void whoMakesUpACodeDecidesForNobodyElse() {
        String location = leave(SAMARINDA, null);
        String state = parameter(location, "state");
        for (String code : List.of("", "a.b\u0000c.d", "a b", "x".repeat(513))) {
            assertEquals(SignInOutcome.Reason.STALE, reason(flow.finish(code, state, null, browser::get)), code);
        }
        assertEquals(0, world.keycloak.tokenCalls.get());
        for (int status : new int[] {500, 403}) {
            world.keycloak.tokens = form -> new TokenServer.Answer(status, "<html>no</html>");
            assertEquals(SignInOutcome.Reason.UNAVAILABLE, reason(back(location)));
            assertEquals(302, status(world.page("/samarinda/", browser)), "others sign in");
        }
        assertEquals(2, world.keycloak.tokenCalls.get());
    }

    @Test
    void tellsWhyItDidNotWork() {
        String location = leave(SAMARINDA, null);
        assertEquals(SignInOutcome.Reason.STALE, reason(back(location)), "code refused");
        granted(TUBEI);
        SignInOutcome.Failed foreign = (SignInOutcome.Failed) back(location);
        assertEquals(SignInOutcome.Reason.NOT_ADMITTED, foreign.reason());
        assertEquals(SAMARINDA, foreign.area());
        assertFalse(foreign.setCookies().toString().contains("capaian-samarinda="));
        String state = parameter(location, "state");
        assertEquals(SignInOutcome.Reason.DENIED, reason(flow.finish(null, state, "access_denied", browser::get)));
        assertEquals(SignInOutcome.Reason.UNAVAILABLE,
                reason(flow.finish(null, state, "temporarily_unavailable", browser::get)));
        world.keycloak.tokens = form -> TokenServer.granted(
                world.claims(SAMARINDA).audience("account").build(), "refresh");
        assertEquals(SignInOutcome.Reason.DENIED, reason(back(location)), "client without the audience");
        granted(SAMARINDA);
        world.rolesFail = new IllegalStateException("database away");
        assertEquals(SignInOutcome.Reason.UNAVAILABLE, reason(back(location)));
        world.rolesFail = null;
        world.keycloak.line = TokenServer.Line.FAILING;
        assertEquals(SignInOutcome.Reason.UNAVAILABLE, reason(back(location)));
    }

    @Test
    void nationalAndOperatorAreasNeedTheirRealmRole() {
        String location = leave(Area.OPERATOR, null);
        granted(Area.NATIONAL);
        assertEquals(SignInOutcome.Reason.NOT_ADMITTED, reason(back(location)));
        granted(SAMARINDA);
        assertEquals(SignInOutcome.Reason.NOT_ADMITTED, reason(back(location)));
        granted(Area.OPERATOR);
        assertInstanceOf(SignInOutcome.SignedIn.class, back(location));
    }

    @Test
    void severalTabsSignInSideBySide() {
        String first = leave(SAMARINDA, "/samarinda/a");
        Redirection second = flow.start(SAMARINDA, "/samarinda/b");
        while (slot(second.location()).equals(slot(first))) {
            second = flow.start(SAMARINDA, "/samarinda/b");
        }
        World.browse(browser, second);
        granted(SAMARINDA);
        assertInstanceOf(SignInOutcome.SignedIn.class, back(first));
        assertInstanceOf(SignInOutcome.SignedIn.class, back(second.location()));
    }

    @Test
    void machinesAndFormsAreNeverRedirected() {
        for (Verdict verdict : new Verdict[] {
            world.ask("GET", "/api/samarinda/x", "text/html", null, browser),
            world.ask("GET", "/samarinda/x", "application/json", null, browser),
            world.ask("GET", "/samarinda/x", "text/event-stream", null, browser),
            world.ask("GET", "/samarinda/x", null, null, browser),
            world.ask("POST", "/samarinda/x", "text/html", null, browser)}) {
            assertEquals(401, status(verdict));
            assertEquals("Bearer realm=\"capaian\"", headers(verdict).get("WWW-Authenticate"));
            assertNull(headers(verdict).get("Location"));
        }
        Verdict part = world.signOn.desk().decide(
                new Ask("GET", "/samarinda/x", null, "text/html", true, null, browser::get, null));
        assertEquals(401, status(part));
        assertEquals("true", headers(part).get("HX-Refresh"));
    }

    @Test
    void newSignInsWaitWhileKeycloakIsAway() {
        world.keycloak.line = TokenServer.Line.FAILING;
        for (int i = 0; i < 10; i++) {
            Verdict verdict = world.page("/samarinda/", browser);
            assertEquals(503, status(verdict));
            assertEquals("30", headers(verdict).get("Retry-After"));
            assertNull(headers(verdict).get("Location"));
        }
        assertEquals(1, world.keycloak.probes.get());
        world.keycloak.line = TokenServer.Line.UP;
        world.clock.move(Duration.ofSeconds(6));
        for (int i = 0; i < 10; i++) {
            assertEquals(302, status(world.page("/samarinda/", browser)));
        }
        assertEquals(2, world.keycloak.probes.get());
    }

    @Test
    void aHangingKeycloakIsNoticedWithinASecond() {
        world.keycloak.line = TokenServer.Line.HANGING;
        long start = System.nanoTime();
        assertEquals(503, status(world.page("/samarinda/", browser)));
        assertTrue(System.nanoTime() - start < 1_900_000_000L);
    }

    @Test
    void leavesPublicAndForeignAddressesAlone() {
        for (String path : new String[] {"/samarinda/publik/survei/1", "/assets/app.css", "/sign-in/callback", "/",
            "/health/ready", "/nowhere/", "/api/nowhere/x"}) {
            assertInstanceOf(Verdict.Pass.class, world.page(path, browser), path);
        }
        assertInstanceOf(Verdict.Pass.class, world.page("/samarinda/publik/x", world.signIn(SAMARINDA)));
        assertEquals(404, status(world.page("/samarinda/publik/..;/skp", browser)));
    }

    @Test
    void signsOutAtKeycloakToo() {
        Map<String, String> signedIn = world.signIn(SAMARINDA);
        SignOut out = flow.signOut(SAMARINDA, signedIn::get, "/masuk", "/setengah");
        assertEquals("http://localhost:22080/masuk", out.redirection().location());
        assertEquals("session-of-" + SITI, out.sessionId());
        assertEquals(SITI, out.subject());
        assertTrue(out.endedAtKeycloak());
        assertEquals(1, world.keycloak.logouts.get());
        World.browse(signedIn, out.redirection());
        assertNull(signedIn.get("capaian-samarinda"));
    }

    @Test
    void signsOutWithoutKeycloakAndWithoutSession() {
        Map<String, String> signedIn = world.signIn(SAMARINDA);
        world.keycloak.line = TokenServer.Line.FAILING;
        assertFalse(flow.signOut(SAMARINDA, signedIn::get, "/masuk", "/setengah").endedAtKeycloak());
        SignOut nobody = flow.signOut(TUBEI, signedIn::get, "/masuk", "/setengah");
        assertNull(nobody.sessionId());
        assertTrue(nobody.redirection().setCookies().get(0).startsWith("capaian-tubei=;"));
    }

    @Test
    void believesBackChannelLogoutFromKeycloakOnly() {
        assertThrows(InvalidLogoutToken.class, () -> flow.backchannelLogout("rubbish"));
        assertThrows(InvalidLogoutToken.class,
                () -> flow.backchannelLogout(TokenServer.sign(world.claims(SAMARINDA).build())));
    }

    @Test
    void formTokensBelongToSessionAndDay() {
        SignedOn siti = ((Verdict.Admit) world.page("/samarinda/", world.signIn(SAMARINDA))).caller();
        SignedOn elsewhere = ((Verdict.Admit) world.page("/tubei/", world.signIn(TUBEI))).caller();
        FormTokens tokens = world.signOn.formTokens();
        String token = tokens.of(siti);
        assertTrue(tokens.verify(siti, token));
        assertFalse(tokens.verify(elsewhere, token));
        assertFalse(tokens.verify(siti, null));
        assertFalse(tokens.verify(siti, ""));
        assertFalse(tokens.verify(siti, token + "A"));
        assertFalse(tokens.verify(siti, token.substring(0, 6)));
        world.clock.move(Duration.ofDays(1));
        assertTrue(tokens.verify(siti, token));
        assertNotEquals(token, tokens.of(siti));
        world.clock.move(Duration.ofDays(1));
        assertFalse(tokens.verify(siti, token));
    }

    private String leave(Area area, String returnTo) {
        Redirection redirection = flow.start(area, returnTo);
        World.browse(browser, redirection);
        return redirection.location();
    }

    private SignInOutcome back(String location) {
        return flow.finish("code", parameter(location, "state"), null, browser::get);
    }

    private void granted(Area area) {
        world.keycloak.tokens = form -> TokenServer.granted(world.claims(area).build(), "refresh");
    }

    private static String slot(String location) {
        return new Cookies(new Seal(CookieKeys.of(World.COOKIE_KEY, null)), false)
                .signInName(parameter(location, "state"));
    }

    private static SignInOutcome.Reason reason(SignInOutcome outcome) {
        return ((SignInOutcome.Failed) outcome).reason();
    }
}

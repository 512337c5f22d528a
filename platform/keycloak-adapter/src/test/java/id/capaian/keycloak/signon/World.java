package id.capaian.keycloak.signon;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sign-on with two tenants, a movable clock, and a token server that can break. */
final class World implements AutoCloseable, RoleSource, EndedSessions, TenantRegistry {

    static final Area SAMARINDA = Area.ofPageWord("samarinda").orElseThrow();
    static final Area TUBEI = Area.ofPageWord("tubei").orElseThrow();
    static final String SITI = "5d7c3b0e-siti";
    static final UUID EMPLOYEE = UUID.fromString("0193a000-0000-7000-8000-000000000001");
    static final String COOKIE_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    final MovableClock clock = new MovableClock();
    final TokenServer keycloak = new TokenServer(clock);
    final AtomicInteger roleReads = new AtomicInteger();
    final Map<String, Instant> endedAt = new ConcurrentHashMap<>();
    final SignOnSettings settings;
    final SignOn signOn;
    volatile Set<String> roles = Set.of("EMPLOYEE");
    volatile RuntimeException rolesFail;

    World() throws IOException {
        this(Map.of());
    }

    World(Map<String, String> more) throws IOException {
        Map<String, String> keys = new HashMap<>(Map.of("capaian.base-url", "http://localhost:22080",
                "capaian.keycloak.url", keycloak.address(), "capaian.keycloak.client-secret", "web-secret",
                "capaian.cookie.key", COOKIE_KEY));
        keys.putAll(more);
        this.settings = SignOnSettings.from(key -> Optional.ofNullable(keys.get(key)));
        this.signOn = new SignOn(settings, this, this, this, clock);
    }

    @Override
    public Standing standingOf(String tenant, String subject) {
        roleReads.incrementAndGet();
        if (rolesFail != null) {
            throw rolesFail;
        }
        return new Standing(EMPLOYEE, roles);
    }

    @Override
    public boolean isEnded(String sessionId, String subject, Instant since) {
        return Stream.of(sessionId, subject).map(id -> id == null ? null : endedAt.get(id))
                .anyMatch(at -> at != null && at.isAfter(since));
    }

    @Override
    public boolean isActive(String tenant) {
        return Set.of("samarinda", "tubei").contains(tenant);
    }

    /** Signs Siti in to an area by the whole flow; gives the browser's cookies afterwards. */
    Map<String, String> signIn(Area area) {
        Map<String, String> browser = new HashMap<>();
        Redirection toKeycloak = signOn.signIn().start(area, area.home());
        browse(browser, toKeycloak);
        keycloak.tokens = form -> TokenServer.granted(claims(area).build(), "refresh-1");
        SignInOutcome outcome = signOn.signIn().finish("code", parameter(toKeycloak.location(), "state"), null,
                browser::get);
        browse(browser, ((SignInOutcome.SignedIn) outcome).redirection());
        return browser;
    }

    JWTClaimsSet.Builder claims(Area area) {
        return switch (area.kind()) {
            case TENANT -> keycloak.claims(SITI, area.tenant());
            case NATIONAL, OPERATOR -> keycloak.claims(SITI).claim("realm_access",
                    Map.of("roles", List.of(area.realmRole(), "offline_access")));
        };
    }

    Verdict page(String path, Map<String, String> browser) {
        return ask("GET", path, "text/html,application/xhtml+xml", null, browser);
    }

    Verdict api(String path, String token) {
        return ask("GET", path, "application/json", "Bearer " + token, Map.of());
    }

    Verdict ask(String method, String path, String accept, String authorization, Map<String, String> browser) {
        return signOn.desk().decide(new Ask(method, path, null, accept, false, authorization, browser::get,
                null));
    }

    /** Whether a request is known before it is decided about. */
    boolean knows(String path, String authorization, Map<String, String> browser) {
        Ask ask = new Ask("GET", path, null, null, false, authorization, browser::get, null);
        return signOn.desk().knows(ask, signOn.desk().opened(ask));
    }

    static void browse(Map<String, String> browser, Redirection redirection) {
        redirection.setCookies().forEach(header -> browse(browser, header));
    }

    /** Does with a Set-Cookie header what a browser does. */
    static void browse(Map<String, String> browser, String setCookie) {
        String pair = setCookie.substring(0, setCookie.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        if (setCookie.contains("Max-Age=0")) {
            browser.remove(name);
        } else {
            browser.put(name, pair.substring(name.length() + 1));
        }
    }

    static String parameter(String address, String name) {
        return Stream.of(address.substring(address.indexOf('?') + 1).split("&"))
                .map(pair -> pair.split("=", 2)).filter(pair -> pair[0].equals(name)).map(pair -> pair[1])
                .findFirst().orElseThrow();
    }

    static Map<String, String> headers(Verdict verdict) {
        return ((Verdict.Stop) verdict).headers().stream()
                .collect(Collectors.toMap(Verdict.Header::name, Verdict.Header::value, (a, b) -> a + "\n" + b));
    }

    static int status(Verdict verdict) {
        return ((Verdict.Stop) verdict).status();
    }

    @Override
    public void close() {
        signOn.close();
        keycloak.close();
    }
}

package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every answer carries, whoever made it: what keeps browsers from harm, and the request's id. */
class HeadersIT {

    private static final String TENANT = "samarinda";
    private static final String REQUEST = "uji-header-0001";
    private static final Pattern ASSET = Pattern.compile("(/assets/[^/\"]+/[^/\"]+)\"");
    private static final Map<String, Pattern> EXPECTED = Map.of(
            "Content-Security-Policy", Pattern.compile("default-src 'self'; .*frame-ancestors 'none'; .*"),
            "X-Content-Type-Options", Pattern.compile("nosniff"),
            "Referrer-Policy", Pattern.compile("same-origin"),
            "Permissions-Policy", Pattern.compile("camera=\\(self\\), geolocation=\\(\\), .*"),
            "Cross-Origin-Opener-Policy", Pattern.compile("same-origin"),
            "X-Request-Id", Pattern.compile(REQUEST));

    private final RunningSystem system;
    private final List<String> wrong = new ArrayList<>();

    HeadersIT() throws IOException, InterruptedException {
        system = RunningSystem.shared();
    }

    @Test
    void everyAddressSendsThemToStrangers() throws IOException, URISyntaxException {
        Api nobody = Api.nobody(system);
        for (Endpoint endpoint : Endpoint.all().stream().filter(HeadersIT::leavesNoTrace).toList()) {
            String path = endpoint.address(name -> name.equals("tenant") ? TENANT : UUID.randomUUID().toString());
            check(endpoint.toString(), send(nobody, endpoint.verb(), path), "no-store");
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPageSendsThemToWhoIsSignedIn() throws IOException, URISyntaxException {
        for (Api member : List.of(Api.as(system, "admin." + TENANT, TENANT),
                Api.as(system, Demo.headOf(TENANT, "PKM-SEGIRI"), TENANT))) {
            Endpoint.all().stream().filter(endpoint -> endpoint.verb().equals("GET") && endpoint.isOfTenant())
                    .forEach(endpoint -> check(endpoint.toString(), send(member, "GET", endpoint.address(name ->
                            name.equals("tenant") ? TENANT : UUID.randomUUID().toString())), "no-store"));
        }
        assertEquals(List.of(), wrong);
    }

    /** Sessions of several areas, and sign-ins under way, are several cookies of more than a kilobyte each. */
    @Test
    void aBrowserMayBringManyCookies() {
        String cookies = "capaian-masuk-1=" + "x".repeat(20_000);
        assertEquals(200, Api.nobody(system).raw("GET", "/", Map.of("Cookie", cookies, "Accept", "text/html"), null)
                .status());
    }

    @Test
    void soDoesWhatTheContainerAnswers() {
        for (String path : List.of("/health", "/health/ready", "/health/live", "/health/started", "/metrics", "/openapi",
                "/nowhere", "/nowhere/else", "/application.wadl", "/" + TENANT + ";x=y/",
                "/" + TENANT + "/publik/nowhere", "/api", "/api/nowhere/x")) {
            check(path, send(Api.nobody(system), "GET", path), "no-store");
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void onlyAssetsMayBeKept() {
        Matcher asset = ASSET.matcher(send(Api.nobody(system), "GET", "/").body());
        int assets = 0;
        while (asset.find()) {
            check(asset.group(1), send(Api.nobody(system), "GET", asset.group(1)), "public, max-age=31536000, immutable");
            assets++;
        }
        assertTrue(assets > 0, "the front page has none");
        assertEquals(List.of(), wrong);
    }

    @Test
    void aProblemNamesTheRequestAndANewOneIsMadeForNonsense() {
        Api.Answer problem = Api.nobody(system).raw("GET", "/api/" + TENANT + "/periods", Map.of("X-Request-Id", REQUEST),
                null);
        assertEquals(REQUEST, problem.expect(401).get("requestId").asText());
        Api.Answer other = Api.nobody(system).raw("GET", "/api/" + TENANT + "/periods",
                Map.of("X-Request-Id", "<script>"), null);
        String made = other.raw().headers().firstValue("X-Request-Id").orElseThrow();
        assertEquals(made, UUID.fromString(made).toString());
        assertEquals(made, other.expect(401).get("requestId").asText());
    }

    /** Nonsense to these two is a warning in the log, which another test wants without any. */
    private static boolean leavesNoTrace(Endpoint endpoint) {
        return !endpoint.path().endsWith("/csp-report") && !endpoint.path().endsWith("/backchannel-logout");
    }

    private static HttpResponse<String> send(Api who, String verb, String path) {
        return who.raw(verb, path, Map.of("X-Request-Id", REQUEST), null).raw();
    }

    private void check(String what, HttpResponse<String> answer, String cache) {
        EXPECTED.forEach((name, value) -> {
            List<String> found = answer.headers().allValues(name);
            if (found.size() != 1 || !value.matcher(found.get(0)).matches()) {
                wrong.add(what + " " + answer.statusCode() + ": " + name + " " + found);
            }
        });
        List<String> kept = answer.headers().allValues("Cache-Control");
        if (!kept.equals(List.of(cache))) {
            wrong.add(what + " " + answer.statusCode() + ": Cache-Control " + kept);
        }
    }
}

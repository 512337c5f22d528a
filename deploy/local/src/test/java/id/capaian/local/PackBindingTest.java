package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a small server that says what it is told to, and remembers what it was asked. */
class PackBindingTest {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final String RELEASED = binding("b1", "1.1.0", "2026-10-01", "ACTIVE", "2026-10-01T01:00:00Z",
            "{\\\"training.below\\\":80}");

    private final Map<String, Deque<String>> answers = new HashMap<>();
    private final List<String> writes = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private PackBinding binding;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String address = "http://localhost:" + server.getAddress().getPort();
        answer("POST /realms/capaian/protocol/openid-connect/token", "{\"access_token\": \"t\"}");
        binding = new PackBinding(DemoApi.signIn(address, address, "samarinda", "admin", "secret"),
                "region-samarinda", null);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void bindsWhatTheServerHasLookedAtAndWaitsUntilItIsServed() {
        answer("GET /api/samarinda/packs", pack("WAITING"), pack("VERIFIED"));
        String made = binding("b2", "1.2.0-dev.1", "2026-10-01", "PREPARING", "2026-11-01T01:00:00Z", "{}");
        answer("GET /api/samarinda/pack-bindings", list(RELEASED), list(made),
                list(made.replace("PREPARING", "ACTIVE")));
        answer("POST /api/samarinda/pack-bindings", "{\"bindingId\": \"b2\"}");
        binding.bind("1.2.0-dev.1", OCTOBER);
        assertEquals(1, writes.size());
        assertTrue(writes.get(0).contains("\"version\":\"1.2.0-dev.1\""), writes.get(0));
        assertTrue(writes.get(0).contains("\"effectiveFrom\":\"2026-10-01\""), writes.get(0));
        assertTrue(writes.get(0).contains("\"parameters\":{\"training.below\":80}"), writes.get(0));
    }

    @Test
    void saysWhatTheServerHasAgainstAVersion() {
        answer("GET /api/samarinda/packs", pack("FAILED").replace("}]",
                ", \"nodes\": [{\"refusal\": \"GOLDEN\", \"detail\": \"golden/01\"}]}]"));
        LocalException refused = assertThrows(LocalException.class, () -> binding.bind("1.2.0-dev.1", OCTOBER));
        assertTrue(refused.getMessage().contains("golden/01"), refused.getMessage());
        assertEquals(List.of(), writes);
    }

    @Test
    void knowsFromWhichDayThePackHolds() {
        answer("GET /api/samarinda/pack-bindings", list(RELEASED), list(RELEASED.replace("ACTIVE", "OFF")),
                list(RELEASED.replace("\"orgUnitId\": null", "\"orgUnitId\": \"u1\"")));
        assertEquals(Optional.of(OCTOBER), binding.from());
        assertEquals(Optional.empty(), binding.from());
        assertEquals(Optional.empty(), binding.from());
    }

    @Test
    void enablesAgainWhatATrialFromTheSameDayTookOut() {
        String trial = binding("b2", "1.2.0-dev.1", "2026-10-01", "ACTIVE", "2026-11-01T01:00:00Z", "{}");
        answer("GET /api/samarinda/pack-bindings", list(RELEASED.replace("ACTIVE", "OFF"), trial));
        answer("POST /api/samarinda/pack-bindings", "{\"bindingId\": \"b3\"}");
        assertEquals("region-samarinda 1.1.0 holds again", binding.back());
        assertTrue(writes.get(0).contains("\"version\":\"1.1.0\""), writes.get(0));
        assertTrue(writes.get(0).contains("\"parameters\":{\"training.below\":80}"), writes.get(0));
    }

    @Test
    void takesATrialOutThatBeganLater() {
        String trial = binding("b2", "1.2.0-dev.1", "2026-11-01", "ACTIVE", "2026-11-01T01:00:00Z", "{}");
        answer("GET /api/samarinda/pack-bindings", list(RELEASED.replace("ACTIVE", "SUPERSEDED"), trial));
        answer("DELETE /api/samarinda/pack-bindings/b2", "");
        assertEquals("region-samarinda 1.1.0 holds again", binding.back());
        assertEquals(List.of("DELETE "), writes);
    }

    @Test
    void hasNothingToGoBackFromWithoutATrial() {
        answer("GET /api/samarinda/pack-bindings", list(RELEASED));
        LocalException refused = assertThrows(LocalException.class, () -> binding.back());
        assertEquals("No development version of region-samarinda is enabled here.", refused.getMessage());
    }

    private static String pack(String condition) {
        return "[{\"packId\": \"region-samarinda\", \"version\": \"1.2.0-dev.1\", \"condition\": \"" + condition
                + "\"}]";
    }

    private static String binding(String id, String version, String from, String state, String at, String parameters) {
        return "{\"bindingId\": \"" + id + "\", \"orgUnitId\": null, \"packId\": \"region-samarinda\", \"version\": \""
                + version + "\", \"effectiveFrom\": \"" + from + "\", \"state\": \"" + state + "\", \"requestedAt\": \""
                + at + "\", \"parameters\": \"" + parameters + "\"}";
    }

    private static String list(String... bindings) {
        return "[" + String.join(", ", bindings) + "]";
    }

    private void answer(String call, String... bodies) {
        answers.put(call, new ArrayDeque<>(List.of(bodies)));
    }

    /** What comes next to a call; the last is said again and again. */
    private void answer(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!call.startsWith("GET") && !call.contains("token")) {
            writes.add((asked.isEmpty() ? exchange.getRequestMethod() + " " : "") + asked);
        }
        Deque<String> left = answers.getOrDefault(call, new ArrayDeque<>(List.of("no answer to " + call)));
        byte[] body = (left.size() > 1 ? left.poll() : left.peek()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(body.length == 0 ? 204 : answers.containsKey(call) ? 200 : 404,
                body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

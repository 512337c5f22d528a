package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program that calls the API may rely on, whatever it asks for; shown by granting roles and taking them back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiContractIT {

    private static final String TENANT = "samarinda";
    private static final String GRANTS = "/api/" + TENANT + "/role-grants";
    /** Before anybody misses the role. */
    private static final LocalDate LATER = LocalDate.of(2090, 1, 1);

    private RunningSystem system;
    private Api admin;
    private String employee;

    @BeforeAll
    void prepare() throws IOException, InterruptedException {
        system = RunningSystem.shared();
        admin = Groundwork.opened(system, TENANT);
        Api person = Api.as(system, Demo.peopleOf(TENANT, "SETDA").get(0), TENANT);
        String evaluation = person.get("/api/" + TENANT + "/evaluations/mine").expect(200)
                .at("/evaluations/0/evaluationId").asText();
        employee = person.get("/api/" + TENANT + "/evaluations/" + evaluation).expect(200).get("employeeId").asText();
    }

    @Test
    void theSameKeyGetsTheKeptAnswerAndNothingIsDoneTwice() {
        String key = UUID.randomUUID().toString();
        JsonNode first = grant(key, LATER).expect(201);
        JsonNode again = grant(key, LATER).expect(201);
        assertEquals(first, again);
        assertEquals(1, grantsFrom(LATER), "granted once");
        problem(grant(key, LATER.plusDays(1)), 422, "idempotency-key-reused");
        assertEquals(0, grantsFrom(LATER.plusDays(1)));
        takeBack(first);
    }

    @Test
    void aWriteThatCanBeRepeatedNeedsAKey() {
        problem(send("POST", GRANTS, Map.of(), wish(LATER)), 400, "idempotency-key-needed");
    }

    @Test
    void aChangeNamesTheVersionItSaw() {
        JsonNode made = grant(UUID.randomUUID().toString(), LATER.plusYears(1)).expect(201);
        String path = GRANTS + "/" + made.get("roleGrantId").asText();
        problem(send("DELETE", path, Map.of(), null), 428, "version-needed");
        problem(send("DELETE", path, Map.of("If-Match", "\"999\""), null), 412, "version-stale");
        assertEquals(1, grantsFrom(LATER.plusYears(1)), "still there");
        takeBack(made);
        assertEquals(0, grantsFrom(LATER.plusYears(1)));
    }

    @Test
    void whatIsNotJsonIsToldWhereItEnds() {
        JsonNode problem = problem(send("POST", GRANTS, key(), "{\"role\": \"PERF_MANAGER\",\n \"employeeId\": }"), 400,
                "bad-request");
        assertTrue(problem.get("detail").asText().matches(".*\\b2\\b.*"), "names the line: " + problem);
    }

    /** As from a telephone that lost its line: the server waits half a minute, of small bodies and large ones at once. */
    @Test
    void aBodyThatDoesNotArriveIsToldAsSuch() throws IOException {
        try (Socket small = halfSent(GRANTS, "application/json", 200);
                Socket large = halfSent(GRANTS, "application/json", 300_000);
                Socket form = halfSent("/sign-in/backchannel-logout", "application/x-www-form-urlencoded", 200)) {
            for (Socket socket : List.of(small, large, form)) {
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
                assertTrue(answer.contains("/problems/body-incomplete"), answer);
            }
        }
    }

    private Socket halfSent(String path, String type, int length) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(system.url()).getPort());
        socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + admin.token() + "\r\nContent-Type: " + type + "\r\nAccept: application/json\r\nIdempotency-Key: "
                + UUID.randomUUID() + "\r\nContent-Length: " + length + "\r\n\r\n{\"role\"")
                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** In both languages: which field, and what to do about it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            misspelt         | bad-request   | 400 | rolle      | {"rolle": "PERF_MANAGER", "employeeId": "$EMPLOYEE"}
            unknown constant | bad-request   | 400 | role       | {"role": "KING", "employeeId": "$EMPLOYEE"}
            no id            | bad-request   | 400 | employeeId | {"role": "PERF_MANAGER", "employeeId": "me"}
            no date          | bad-request   | 400 | from       | {"role": "PERF_MANAGER", "from": "tomorrow"}
            no text          | bad-request   | 400 | from       | {"role": "PERF_MANAGER", "from": {"year": 2090}}
            left out         | invalid-input | 422 | employeeId | {"role": "PERF_MANAGER"}
            """)
    void aWrongFieldIsNamedWithARemedy(String what, String slug, int status, String field, String body) {
        Set<String> details = new LinkedHashSet<>();
        for (String language : List.of("id", "en")) {
            JsonNode problem = problem(send("POST", GRANTS, with(key(), "Accept-Language", language),
                    body.replace("$EMPLOYEE", employee)), status, slug);
            assertEquals(List.of(field), problem.get("errors").findValuesAsText("field"), problem::toString);
            String detail = problem.at("/errors/0/detail").asText();
            assertTrue(detail.length() > 10 && detail.endsWith("."), "a sentence: " + problem);
            assertFalse(detail.matches("(?s).*(id\\.capaian|java\\.|Exception|jackson).*"), "no word of ours: " + problem);
            details.add(problem.get("title").asText());
            details.add(detail);
        }
        assertEquals(4, details.size(), "each language has its own words: " + details);
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        problem(admin.raw("GET", "/api/" + TENANT + "/nothing-of-the-kind", Map.of(), null), 404, "not-found");
        problem(send("PUT", GRANTS, key(), "{}"), 405, "method-not-allowed");
        problem(send("POST", GRANTS, with(key(), "Content-Type", "text/csv"), "a;b"), 415, "unsupported-format");
    }

    /** The shape of RFC 9457, whatever went wrong. */
    private static JsonNode problem(Api.Answer answer, int status, String slug) {
        JsonNode problem = answer.expect(status);
        assertEquals("application/problem+json",
                answer.raw().headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""));
        assertEquals("/problems/" + slug, problem.get("type").asText(), problem::toString);
        assertEquals(status, problem.get("status").asInt());
        for (String name : List.of("title", "detail", "instance", "requestId")) {
            assertFalse(problem.path(name).asText().isBlank(), name + " of " + problem);
        }
        return problem;
    }

    private Api.Answer grant(String key, LocalDate from) {
        return send("POST", GRANTS, Map.of("Idempotency-Key", key), wish(from));
    }

    private String wish(LocalDate from) {
        return "{\"role\": \"PERF_MANAGER\", \"employeeId\": \"" + employee + "\", \"from\": \"" + from + "\"}";
    }

    private long grantsFrom(LocalDate from) {
        return admin.get(GRANTS).expect(200).findValuesAsText("validFrom").stream().filter(from.toString()::equals).count();
    }

    private void takeBack(JsonNode grant) {
        admin.call("DELETE", GRANTS + "/" + grant.get("roleGrantId").asText(), null, grant.get("version").asLong())
                .expect(204);
    }

    private Api.Answer send(String method, String path, Map<String, String> headers, String body) {
        return admin.exactly(method, path, with(headers, "Content-Type",
                headers.getOrDefault("Content-Type", "application/json")), body);
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return all;
    }
}

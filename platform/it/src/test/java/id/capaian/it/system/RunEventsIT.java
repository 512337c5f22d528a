package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A run followed from its start to its end by its server-sent events alone, as a browser follows them. */
class RunEventsIT {

    private static final String TENANT = "samarinda";
    private static final Pattern EVENT = Pattern.compile("retry: (\\d+)\nid: (\\S+)\nevent: progress\ndata: (\\{.*})\n\n");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void eventsTellHowFarARunIsUntilItIsOver() throws IOException, InterruptedException {
        Api admin = Groundwork.opened(RunningSystem.shared(), TENANT);
        JsonNode begun = admin.call("POST", "/api/" + TENANT + "/periods/" + Groundwork.PERIOD + "/evaluation-runs",
                Map.of(), null).expect(202);
        String run = "/api/" + TENANT + "/evaluation-runs/" + begun.get("runId").asText();
        List<JsonNode> told = follow(admin, run + "/events");
        JsonNode last = told.get(told.size() - 1);
        assertTrue(last.get("over").asBoolean() && last.hasNonNull("finishedAt"), last::toString);
        assertTrue(told.stream().limit(told.size() - 1).noneMatch(event -> event.get("over").asBoolean()), "one is the last");
        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i).get("done").asInt() >= told.get(i - 1).get("done").asInt(), "never goes back: " + told);
        }
        int persons = begun.get("persons").asInt();
        assertTrue(persons > 0, "nobody to be scored");
        assertEquals(persons, last.get("done").asInt());
        assertEquals(persons, last.get("scored").asInt() + last.get("notScorable").asInt(), "no faults: " + last);
        assertEverybodyLeftOutIsToldWhy(admin.get(run + "/attention").expect(200), last.get("notScorable").asInt());
    }

    private static void assertEverybodyLeftOutIsToldWhy(JsonNode detail, int leftOut) {
        assertEquals(leftOut, detail.get("attention").size());
        detail.get("attention").forEach(person -> {
            assertFalse(person.path("reasonCode").asText().isBlank(), person::toString);
            assertFalse(person.at("/reason/id").asText().isBlank(), person::toString);
        });
    }

    /** Asks as a browser does: again after the time it is told, with the id of the last event, until there is no more. */
    private static List<JsonNode> follow(Api who, String path) throws IOException, InterruptedException {
        List<JsonNode> told = new ArrayList<>();
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "text/event-stream"));
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Api.Answer answer = who.raw("GET", path, headers, null);
            if (answer.status() == 204) {
                return told;
            }
            assertEquals(200, answer.status(), answer.raw().body());
            assertEquals("text/event-stream",
                    answer.raw().headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""));
            Matcher event = EVENT.matcher(answer.raw().body());
            assertTrue(event.matches(), "one whole event: " + answer.raw().body());
            told.add(new ObjectMapper().readTree(event.group(3)));
            headers.put("Last-Event-ID", event.group(2));
            TimeUnit.MILLISECONDS.sleep(Math.min(1000, Long.parseLong(event.group(1))));
        }
        throw new AssertionError("not over within " + PATIENCE + ": " + told);
    }
}

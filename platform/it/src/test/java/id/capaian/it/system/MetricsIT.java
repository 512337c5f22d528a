package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What an operator's programs read, and who else may. */
class MetricsIT {

    private final RunningSystem system;

    MetricsIT() throws IOException, InterruptedException {
        system = RunningSystem.shared();
    }

    @Test
    void metricsAreShownToTheScraperAlone() throws IOException {
        String token = Files.readString(system.state().resolve("secrets/server/capaian.metrics.token")).strip();
        for (String path : List.of("/metrics", "/metrics/", "/metrics?scope=application")) {
            assertEquals(401, ask(path, Map.of()), path);
            assertEquals(401, ask(path, Map.of("Authorization", "Bearer " + token + "x")), path);
            assertEquals(401, ask(path, Map.of("Authorization", "Basic " + token)), path);
        }
        assertEquals(401, Api.as(system, "operator.platform", null).raw("GET", "/metrics", Map.of(), null).status());
        Api.Answer shown = Api.nobody(system).raw("GET", "/metrics", Map.of("Authorization", "Bearer " + token), null);
        assertEquals(200, shown.status());
        assertTrue(shown.raw().body().contains("capaian_requests_total{"), shown.raw().body());
    }

    @Test
    void healthTellsWhatIsDownAndNothingElse() {
        JsonNode ready = Api.nobody(system).raw("GET", "/health/ready", Map.of(), null).expect(200);
        Set<String> names = new TreeSet<>();
        ready.get("checks").forEach(check -> {
            names.add(check.get("name").asText());
            assertTrue(check.path("data").isEmpty(), check.toString());
        });
        assertEquals(Set.of("database", "registry", "packs", "staying"), names);
        assertFalse(Api.nobody(system).raw("GET", "/health/live", Map.of(), null).expect(200).toString().contains("database"));
    }

    private int ask(String path, Map<String, String> headers) {
        return Api.nobody(system).raw("GET", path, headers, null).status();
    }
}

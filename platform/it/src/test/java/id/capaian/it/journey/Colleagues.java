package id.capaian.it.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.it.system.Api;
import id.capaian.it.system.RunningSystem;
import id.capaian.local.DemoDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The unit of the person who is followed: what the others do meanwhile, and what is known about all. */
final class Colleagues {

    /** The open quarter. */
    static final String PERIOD = DemoDay.today().period();

    private static final int FEWEST = 12;
    private static final Pattern COUNTS = Pattern.compile("done for (\\d+) of (\\d+) colleagues");

    private final RunningSystem system;
    private final Region region;
    private final String base;

    Colleagues(RunningSystem system, Region region) {
        this.system = system;
        this.region = region;
        this.base = "/api/" + region.tenant();
    }

    /** The evaluation of the person followed. */
    String followed() {
        JsonNode mine = as(region.staff()).get(base + "/evaluations/mine").expect(200).get("evaluations");
        assertEquals(1, mine.size(), "one period is open");
        return mine.get(0).get("evaluationId").asText();
    }

    JsonNode evaluation(String id) {
        return as(region.rater()).get(base + "/evaluations/" + id).expect(200);
    }

    void submit() {
        assertEquals(0, leftOutBy("submit"));
    }

    void areMarked() {
        assertEquals(0, leftOutBy("mark"));
    }

    /** Everybody has a figure with the steps it came from, or is told why there is none. */
    void allHaveASuggestionOrTheReasonWhyNot() {
        List<JsonNode> team = team();
        team.forEach(row -> {
            JsonNode suggestion = evaluation(id(row)).path("suggestion");
            String outcome = suggestion.path("outcome").asText();
            if (outcome.equals("SCORED")) {
                assertTrue(suggestion.at("/explanation/steps").size() > 1, row::toString);
                assertTrue(suggestion.hasNonNull("indexScore"), row::toString);
            } else {
                assertEquals("NOT_SCORABLE", outcome, row::toString);
                assertFalse(suggestion.path("reasonCode").asText().isBlank(), row::toString);
            }
        });
        assertEquals("SCORED", evaluation(followed()).at("/suggestion/outcome").asText());
    }

    /** As proposed, but one who is better than that. */
    void areRated() {
        Api rater = as(region.rater());
        String path = base + "/evaluations/" + id(others().get(0));
        rater.call("PUT", path + "/rating", Map.of("note", "Terima kasih atas kerja triwulan ini.",
                "resultRating", "ABOVE", "resultReason", "Dilihat langsung sepanjang triwulan.",
                "behaviourRating", "ABOVE", "behaviourReason", "Dilihat langsung sepanjang triwulan."),
                rater.get(path).expect(200).get("version").asLong()).expect(200);
        assertEquals(1, leftOutBy("rate"), "that one");
    }

    void acknowledge() {
        assertEquals(0, leftOutBy("acknowledge"));
    }

    /** For how many of them the command of the README found nothing to do. */
    private int leftOutBy(String deed) {
        try {
            List<String> said = system.others(region.tenant(), deed);
            Matcher counts = COUNTS.matcher(said.get(said.size() - 1));
            assertTrue(counts.find() && Integer.parseInt(counts.group(2)) >= FEWEST - 1, said::toString);
            return Integer.parseInt(counts.group(2)) - Integer.parseInt(counts.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everybody the rater evaluates, the person followed among them. */
    List<JsonNode> team() {
        JsonNode people = as(region.rater()).get(base + "/evaluations/team?period=" + PERIOD).expect(200).get("people");
        List<JsonNode> team = StreamSupport.stream(people.spliterator(), false).toList();
        assertTrue(team.size() >= FEWEST, "a unit of at least twelve people");
        return team;
    }

    private List<JsonNode> others() {
        String followed = followed();
        return team().stream().filter(row -> !id(row).equals(followed)).toList();
    }

    private static String id(JsonNode row) {
        return row.get("evaluationId").asText();
    }

    private Api as(String username) {
        return Api.as(system, username, region.tenant());
    }
}

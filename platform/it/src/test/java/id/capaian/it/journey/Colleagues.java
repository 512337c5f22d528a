package id.capaian.it.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.it.system.Api;
import id.capaian.it.system.RunningSystem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The unit of the person who is followed: what the others do meanwhile, by API, and what is known about all. */
final class Colleagues {

    static final String PERIOD = "2026-Q4";

    private static final int FEWEST = 12;
    private static final List<String> VALUES =
            List.of("SERVICE", "ACCOUNTABLE", "COMPETENT", "HARMONIOUS", "LOYAL", "ADAPTIVE", "COLLABORATIVE");

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
        eachPerson((person, path) -> act(person, "POST", path + "/submission?confirmed=true", null));
    }

    void areMarked() {
        eachOther((rater, row) -> act(rater, "PUT", path(row) + "/behaviour-marks", Map.of("marks",
                VALUES.stream().map(value -> Map.of("value", value, "mark", "MEETS")).toList())));
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

    /** As proposed, but one who is better than that; who has no proposal is rated by hand, with reasons. */
    void areRated() {
        List<JsonNode> others = others();
        Api rater = as(region.rater());
        IntStream.range(0, others.size()).forEach(i -> rate(rater, others.get(i), i == 0));
    }

    private void rate(Api rater, JsonNode row, boolean outstanding) {
        JsonNode evaluation = evaluation(id(row));
        Map<String, Object> rating = new HashMap<>(Map.of("note", "Terima kasih atas kerja triwulan ini."));
        if (outstanding || evaluation.at("/suggestion/outcome").asText().equals("NOT_SCORABLE")) {
            String hand = outstanding ? "ABOVE" : "MEETS";
            rating.putAll(Map.of("resultRating", hand, "resultReason", "Dilihat langsung sepanjang triwulan.",
                    "behaviourRating", hand, "behaviourReason", "Dilihat langsung sepanjang triwulan."));
        } else {
            rating.putAll(Map.of("resultRating", evaluation.at("/proposal/result").asText(),
                    "behaviourRating", evaluation.at("/proposal/behaviour").asText()));
        }
        act(rater, "PUT", path(row) + "/rating", rating);
    }

    void acknowledge() {
        eachPerson((person, path) -> act(person, "POST", path + "/acknowledgement", null));
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

    private void eachOther(BiConsumer<Api, JsonNode> act) {
        Api rater = as(region.rater());
        others().forEach(row -> act.accept(rater, row));
    }

    private void eachPerson(BiConsumer<Api, String> act) {
        others().forEach(row -> act.accept(as(region.usernameOf(row.get("employeeName").asText())), path(row)));
    }

    private void act(Api who, String verb, String path, Object body) {
        String evaluation = path.replaceFirst("(/evaluations/[^/]+).*", "$1");
        who.call(verb, path, body, who.get(evaluation).expect(200).get("version").asLong()).expect(200);
    }

    private String path(JsonNode row) {
        return base + "/evaluations/" + id(row);
    }

    private static String id(JsonNode row) {
        return row.get("evaluationId").asText();
    }

    private Api as(String username) {
        return Api.as(system, username, region.tenant());
    }
}

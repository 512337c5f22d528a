package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The way of one person's evaluation to the moment the person is told. Each step looks first whether it was done.
 *
 * @param above who says what the unit as a whole achieved, without which nobody is rated
 */
record Delivery(String tenant, Api person, Api rater, Api above) {

    static final List<String> VALUES = List.of("SERVICE", "ACCOUNTABLE", "COMPETENT", "HARMONIOUS",
            "LOYAL", "ADAPTIVE", "COLLABORATIVE");

    /** Everything at target in the rater's eyes; gives the evaluation as the person reads it. */
    JsonNode toldToThePerson() throws InterruptedException {
        String path = path();
        fixOrganisation(rater.get(path).expect(200));
        evaluate(path);
        return person.get(path).expect(200);
    }

    /** The person has the figure computed again, from what is stored and the pack's kept bytes. */
    void assertComputesAgain(JsonNode own) {
        JsonNode again = person.call("POST", "/api/" + tenant + "/suggestions/"
                + own.at("/suggestion/suggestionId").asText() + "/recomputation", null, null).expect(200);
        assertEquals("true", again.get("equal").asText(), again.path("difference").asText());
        assertEquals(again.get("stored").asText(), again.get("computed").asText());
    }

    private String path() {
        JsonNode mine = person.get("/api/" + tenant + "/evaluations/mine").expect(200).get("evaluations");
        return "/api/" + tenant + "/evaluations/" + StreamSupport.stream(mine.spliterator(), false)
                .filter(row -> row.get("periodCode").asText().equals(Groundwork.PERIOD))
                .map(row -> row.get("evaluationId").asText()).findFirst().orElseThrow();
    }

    private void fixOrganisation(JsonNode evaluation) {
        if (!evaluation.hasNonNull("organisationAchievement")) {
            above.call("PUT", "/api/" + tenant + "/units/" + evaluation.get("unitId").asText()
                    + "/organisation-predicates/" + Groundwork.PERIOD,
                    Map.of("achievement", "GOOD", "reason", "Target layanan triwulan tercapai."), 0L).expect(200);
        }
    }

    private void evaluate(String path) throws InterruptedException {
        if (status(path).equals("SELF_FILLING")) {
            person.call("POST", path + "/submission?confirmed=true", null, version(path)).expect(200);
        }
        if (rater.get(path).expect(200).get("marks").isEmpty()) {
            rater.call("PUT", path + "/behaviour-marks", Map.of("marks", VALUES.stream()
                    .map(value -> Map.of("value", value, "mark", "MEETS")).toList()), version(path)).expect(200);
        }
        if (!rater.get(path).expect(200).hasNonNull("suggestion") || !isScored(path)) {
            JsonNode run = rater.call("POST", "/api/" + tenant + "/periods/" + Groundwork.PERIOD + "/evaluation-runs",
                    Map.of(), null).expect(202);
            Groundwork.ended(rater, tenant, run.get("runId").asText());
        }
        rateAndDeliver(path);
    }

    private void rateAndDeliver(String path) {
        if (List.of("SELF_SUBMITTED", "UNDER_REVIEW").contains(status(path))) {
            rater.call("PUT", path + "/rating", Map.of("resultRating", "MEETS", "behaviourRating", "MEETS",
                    "resultReason", "Capaian sesuai target layanan.", "behaviourReason", "Perilaku sesuai harapan.",
                    "note", "Terima kasih."), version(path)).expect(200);
        }
        if (status(path).equals("RATED")) {
            rater.call("POST", path + "/delivery", null, version(path)).expect(200);
        }
    }

    private boolean isScored(String path) {
        return rater.get(path).expect(200).at("/suggestion/outcome").asText().equals("SCORED");
    }

    private String status(String path) {
        return rater.get(path).expect(200).get("status").asText();
    }

    private Long version(String path) {
        return rater.get(path).expect(200).get("version").asLong();
    }
}

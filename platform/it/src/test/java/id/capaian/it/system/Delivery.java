package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
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

    private static final String REASON = "Dilihat langsung sepanjang triwulan.";

    /** Everything at target in the rater's eyes; gives the evaluation as the person reads it. */
    JsonNode toldToThePerson() throws InterruptedException {
        return toldToThePerson(Map.of());
    }

    /**
     * The same with other marks for some of the values.
     *
     * @param marks by value
     */
    JsonNode toldToThePerson(Map<String, String> marks) throws InterruptedException {
        fixOrganisation();
        submit();
        mark(marks);
        if (!isScored()) {
            suggest(rater, tenant);
        }
        rate(false);
        return delivered();
    }

    /** The person has the figure computed again, from what is stored and the pack's kept bytes. */
    void assertComputesAgain(JsonNode own) {
        assertComputesAgain(person, "/api/" + tenant + "/suggestions/"
                + own.at("/suggestion/suggestionId").asText());
    }

    /** The same for any figure that is explained, by somebody who may read it. */
    static void assertComputesAgain(Api reader, String figure) {
        JsonNode again = reader.call("POST", figure + "/recomputation", null, null).expect(200);
        assertEquals("true", again.get("equal").asText(), again.path("difference").asText());
        assertEquals(again.get("stored").asText(), again.get("computed").asText());
    }

    /** Has the suggestions for all of a rater's people computed. */
    static void suggest(Api rater, String tenant) throws InterruptedException {
        JsonNode run = rater.call("POST", "/api/" + tenant + "/periods/" + Groundwork.PERIOD + "/evaluation-runs",
                Map.of(), null).expect(202);
        Groundwork.ended(rater, tenant, run.get("runId").asText());
    }

    void fixOrganisation() {
        JsonNode evaluation = shown();
        if (!evaluation.hasNonNull("organisationAchievement")) {
            above.call("PUT", "/api/" + tenant + "/units/" + evaluation.get("unitId").asText()
                    + "/organisation-predicates/" + Groundwork.PERIOD,
                    Map.of("achievement", "GOOD", "reason", "Target layanan triwulan tercapai."), 0L).expect(200);
        }
    }

    /** Hands a file in for the first so many results of the plan. */
    void giveEvidence(int results) {
        JsonNode plan = person.get("/api/" + tenant + "/plans/own").expect(200).at("/plans/0");
        for (JsonNode result : plan.get("results")) {
            if (result.get("sequence").asInt() <= results) {
                String entry = person.call("POST", "/api/" + tenant + "/progress", Map.of("individualIndicatorId",
                        result.at("/indicators/0/indicatorId").asText(), "period", Groundwork.PERIOD, "progress",
                        Map.of("note", "Laporan triwulan terlampir.")), null).expect(201).get("progressEntryId")
                        .asText();
                person.raw("POST", "/api/" + tenant + "/progress/" + entry + "/evidence",
                        Map.of("Content-Type", "application/pdf",
                                "Content-Disposition", "attachment; filename=\"laporan.pdf\""),
                        "%PDF-1.4\n% " + entry + "\n").expect(200);
            }
        }
    }

    void submit() {
        if (status().equals("SELF_FILLING")) {
            person.call("POST", path() + "/submission?confirmed=true", null, version()).expect(200);
        }
    }

    /** Marks the values, as expected but for these. */
    void mark(Map<String, String> others) {
        if (shown().get("marks").isEmpty()) {
            rater.call("PUT", path() + "/behaviour-marks", Map.of("marks", VALUES.stream().map(value ->
                    Map.of("value", value, "mark", others.getOrDefault(value, "MEETS"))).toList()), version())
                    .expect(200);
        }
    }

    boolean isScored() {
        return shown().at("/suggestion/outcome").asText().equals("SCORED");
    }

    /**
     * Gives both ratings as proposed.
     *
     * @param departing whether the result's is another than that
     */
    void rate(boolean departing) {
        if (!List.of("SELF_SUBMITTED", "UNDER_REVIEW").contains(status())) {
            return;
        }
        JsonNode proposed = shown().path("proposal");
        Map<String, String> rating = new HashMap<>(Map.of("note", "Terima kasih atas kerja triwulan ini.",
                "resultReason", REASON, "behaviourReason", REASON,
                "resultRating", proposed.path("result").asText("MEETS"),
                "behaviourRating", proposed.path("behaviour").asText("MEETS")));
        if (departing) {
            rating.put("resultRating", rating.get("resultRating").equals("ABOVE") ? "MEETS" : "ABOVE");
        }
        rater.call("PUT", path() + "/rating", rating, version()).expect(200);
    }

    /** Tells the person; gives the evaluation as the person reads it. */
    JsonNode delivered() {
        if (status().equals("RATED")) {
            rater.call("POST", path() + "/delivery", null, version()).expect(200);
        }
        return person.get(path()).expect(200);
    }

    /** As the rater sees it. */
    JsonNode shown() {
        return rater.get(path()).expect(200);
    }

    private String path() {
        JsonNode mine = person.get("/api/" + tenant + "/evaluations/mine").expect(200).get("evaluations");
        return "/api/" + tenant + "/evaluations/" + StreamSupport.stream(mine.spliterator(), false)
                .filter(row -> row.get("periodCode").asText().equals(Groundwork.PERIOD))
                .map(row -> row.get("evaluationId").asText()).findFirst().orElseThrow();
    }

    private String status() {
        return shown().get("status").asText();
    }

    private Long version() {
        return shown().get("version").asLong();
    }
}

package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The two worked examples of the product's documents, through the whole system, read by the person they are about. */
class WorkedExampleIT {

    static final List<String> VALUES = List.of("SERVICE", "ACCOUNTABLE", "COMPETENT", "HARMONIOUS",
            "LOYAL", "ADAPTIVE", "COLLABORATIVE");

    private final RunningSystem system;

    WorkedExampleIT() throws IOException, InterruptedException {
        system = RunningSystem.shared();
    }

    @Test
    void samarindaWeighsServiceAndConduct() throws IOException, InterruptedException {
        JsonNode own = toldTo("samarinda", "DINKES", "PKM-PALARAN", "PRW-TERAMPIL");
        assertSteps(own, List.of("26.25", "26.00", "41.80", "94.05", "65.84", "30.00", "95.84"));
    }

    @Test
    void tubeiHearsRaterPeersAndCitizens() throws IOException, InterruptedException {
        JsonNode own = toldTo("tubei", "LEBONG", "DPMPTSP", "PERIZINAN");
        assertSteps(own, List.of("44.00", "42.00", "19.37", "105.37", "103.22"));
    }

    /** The last expected figure is the index itself. */
    private static void assertSteps(JsonNode own, List<String> expected) {
        List<BigDecimal> steps = StreamSupport.stream(own.at("/suggestion/explanation/steps").spliterator(), false)
                .map(step -> figure(step.get("value"))).toList();
        List<BigDecimal> missing = expected.stream().map(WorkedExampleIT::figure)
                .filter(figure -> !steps.contains(figure)).toList();
        assertEquals(List.of(), missing, "not among the steps " + steps);
        assertEquals(figure(expected.get(expected.size() - 1)), figure(own.at("/suggestion/indexScore")));
    }

    private static BigDecimal figure(JsonNode number) {
        return figure(number.asText());
    }

    private static BigDecimal figure(String number) {
        return new BigDecimal(number).setScale(2);
    }

    /** Brings the last one in that post of the unit to a delivered rating, as far as the way is not gone yet. */
    private JsonNode toldTo(String tenant, String above, String unit, String post)
            throws IOException, InterruptedException {
        Groundwork.opened(system, tenant);
        String username = Demo.holders(tenant).stream()
                .filter(holder -> holder.unit().equals(unit) && holder.post().equals(post))
                .map(Demo.Holder::username).reduce((first, second) -> second).orElseThrow();
        Api person = Api.as(system, username, tenant);
        Api rater = Api.as(system, Demo.headOf(tenant, unit), tenant);
        String path = "/api/" + tenant + "/evaluations/" + ownEvaluation(person, tenant);
        fixOrganisation(Api.as(system, Demo.headOf(tenant, above), tenant), tenant, rater.get(path).expect(200));
        evaluate(person, rater, tenant, path);
        JsonNode own = person.get(path).expect(200);
        assertComputesAgain(person, tenant, own);
        return own;
    }

    /** The person has the figure computed again, from what is stored and the pack's kept bytes. */
    private static void assertComputesAgain(Api person, String tenant, JsonNode own) {
        JsonNode again = person.call("POST", "/api/" + tenant + "/suggestions/"
                + own.at("/suggestion/suggestionId").asText() + "/recomputation", null, null).expect(200);
        assertEquals("true", again.get("equal").asText(), again.path("difference").asText());
        assertEquals(again.get("stored").asText(), again.get("computed").asText());
    }

    private static String ownEvaluation(Api person, String tenant) {
        JsonNode mine = person.get("/api/" + tenant + "/evaluations/mine").expect(200).get("evaluations");
        return StreamSupport.stream(mine.spliterator(), false)
                .filter(row -> row.get("periodCode").asText().equals(Groundwork.PERIOD))
                .map(row -> row.get("evaluationId").asText()).findFirst().orElseThrow();
    }

    /** Ratings need what the unit as a whole achieved, said by the head above it. */
    private static void fixOrganisation(Api head, String tenant, JsonNode evaluation) {
        if (!evaluation.hasNonNull("organisationAchievement")) {
            head.call("PUT", "/api/" + tenant + "/units/" + evaluation.get("unitId").asText() + "/organisation-predicates/"
                    + Groundwork.PERIOD, Map.of("achievement", "GOOD", "reason", "Target layanan triwulan tercapai."), 0L)
                    .expect(200);
        }
    }

    private static void evaluate(Api person, Api rater, String tenant, String path) throws InterruptedException {
        if (status(rater, path).equals("SELF_FILLING")) {
            person.call("POST", path + "/submission?confirmed=true", null, version(rater, path)).expect(200);
        }
        if (rater.get(path).expect(200).get("marks").isEmpty()) {
            rater.call("PUT", path + "/behaviour-marks", Map.of("marks", VALUES.stream()
                    .map(value -> Map.of("value", value, "mark", "MEETS")).toList()), version(rater, path)).expect(200);
        }
        if (!rater.get(path).expect(200).hasNonNull("suggestion") || !isScored(rater, path)) {
            JsonNode run = rater.call("POST", "/api/" + tenant + "/periods/" + Groundwork.PERIOD + "/evaluation-runs",
                    Map.of(), null).expect(202);
            Groundwork.ended(rater, tenant, run.get("runId").asText());
        }
        rateAndDeliver(rater, path);
    }

    private static void rateAndDeliver(Api rater, String path) {
        if (List.of("SELF_SUBMITTED", "UNDER_REVIEW").contains(status(rater, path))) {
            rater.call("PUT", path + "/rating", Map.of("resultRating", "MEETS", "behaviourRating", "MEETS",
                    "resultReason", "Capaian sesuai target layanan.", "behaviourReason", "Perilaku sesuai harapan.",
                    "note", "Terima kasih."), version(rater, path)).expect(200);
        }
        if (status(rater, path).equals("RATED")) {
            rater.call("POST", path + "/delivery", null, version(rater, path)).expect(200);
        }
    }

    private static boolean isScored(Api rater, String path) {
        return rater.get(path).expect(200).at("/suggestion/outcome").asText().equals("SCORED");
    }

    private static String status(Api who, String path) {
        return who.get(path).expect(200).get("status").asText();
    }

    private static Long version(Api who, String path) {
        return who.get(path).expect(200).get("version").asLong();
    }
}

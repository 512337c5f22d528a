package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A sixth region, invented, whose pack was written from the guide alone: enabled in the running system and used, with
 * no file of the platform touched.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SixthRegionIT {

    private static final String TENANT = SixthGovernment.TENANT;
    private static final String BASE = "/api/" + TENANT;
    /** A trip that was not made needs a reason: a rule of the pack's own form. */
    private static final String NOT_MADE = "{\"date\":\"2026-11-23\",\"made\":\"no\",\"stops\":[]}";
    private static final String PARTLY = "{\"date\":\"2026-11-23\",\"made\":\"partly\",\"reason\":\"Gelombang tinggi\","
            + "\"stops\":[{\"village\":\"Rani Barat\",\"served\":31},{\"village\":\"Rani Timur\",\"served\":18}]}";

    private RunningSystem system;
    private SixthGovernment government;
    private Api admin;
    private Delivery delivery;
    private Api.Answer refused;
    private Api.Answer recorded;
    private JsonNode own;

    @BeforeAll
    void livesThroughAQuarter() throws IOException, InterruptedException {
        system = RunningSystem.shared();
        government = new SixthGovernment(system);
        government.join();
        admin = Groundwork.opened(system, TENANT);
        Api nurse = Api.as(system, SixthGovernment.NURSE, TENANT);
        delivery = new Delivery(TENANT, nurse, Api.as(system, SixthGovernment.HEAD, TENANT),
                Api.as(system, SixthGovernment.ABOVE, TENANT));
        refused = progress(nurse, NOT_MADE);
        recorded = progress(nurse, PARTLY);
        own = delivery.toldToThePerson();
    }

    @AfterAll
    void leavesTheSystemAsTheOthersKnowIt() {
        if (government != null) {
            government.leave();
        }
    }

    @Test
    void isEnabledByItsOwnAdminFromADate() {
        JsonNode binding = admin.get(BASE + "/pack-bindings").expect(200).get(0);
        assertEquals(SixthGovernment.PACK, binding.get("packId").asText());
        assertEquals("ACTIVE", binding.get("state").asText());
        assertEquals(Groundwork.FROM, binding.get("effectiveFrom").asText());
        JsonNode pack = admin.get(BASE + "/packs").expect(200).get(0);
        assertEquals("Kabupaten Teluk Cenderawasih Raya", pack.at("/name").asText(), pack::toString);
    }

    @Test
    void isOfferedToNobodyElse() {
        JsonNode others = Api.as(system, "admin.tubei", "tubei").get("/api/tubei/packs").expect(200);
        assertFalse(others.findValuesAsText("packId").contains(SixthGovernment.PACK), others::toString);
    }

    /** Every step the author worked out by hand, and what they lead to. */
    @Test
    void givesTheFigureOfTheGoldenCase() throws IOException {
        JsonNode expect = SixthGovernment.packFile("golden/01-worked-example.json").get("expect");
        Map<String, JsonNode> steps = new HashMap<>();
        own.at("/suggestion/explanation/steps")
                .forEach(step -> steps.put(step.get("name").asText(), step.get("value")));
        expect.get("steps").properties().forEach(step ->
                assertEquals(figure(step.getValue()), figure(steps.get(step.getKey())), step.getKey()));
        assertEquals(figure(expect.get("result")), figure(own.at("/suggestion/resultScore")));
        assertEquals(figure(expect.get("behaviour")), figure(own.at("/suggestion/behaviourScore")));
        assertEquals(figure(expect.get("index")), figure(own.at("/suggestion/indexScore")));
        delivery.assertComputesAgain(own);
    }

    private static BigDecimal figure(JsonNode number) {
        return new BigDecimal(number.asText()).setScale(2);
    }

    /** On the person's own page, with the words of the pack and the hours of Papua. */
    @Test
    void isExplainedInIndonesianAndEnglish() throws IOException, InterruptedException {
        SignedIn person = SignedIn.as(system, SixthGovernment.NURSE, TENANT);
        String page = "/" + TENANT + "/hasil/" + own.get("evaluationId").asText();
        for (String language : new String[] {"id", "en"}) {
            HttpResponse<String> read = person.open(page + "?bahasa=" + language);
            assertEquals(200, read.statusCode());
            assertTrue(read.body().contains("107,23"), read.body());
            assertTrue(read.body().contains("WIT"), "hours of Papua");
            for (JsonNode step : SixthGovernment.packFile("formulas/island-service@2026.json").get("steps")) {
                String label = step.at("/label/" + language).asText();
                assertTrue(read.body().contains(label), "no step \"" + label + "\" in " + language);
            }
        }
    }

    @Test
    void asksItsOwnFormWithARuleAndRows() {
        assertEquals(422, refused.status(), refused.raw()::body);
        assertTrue(refused.raw().body().contains("Tuliskan sebab perjalanan tidak terlaksana penuh."),
                refused.raw()::body);
        recorded.expect(201);
    }

    /** In the container, where evaluation hears of it by an event: only there is the observer the real one. */
    @Test
    void letsTheRaterJudgeNothingAnyMoreOnceTheRatingsAreGiven() {
        JsonNode entry = recorded.expect(201);
        JsonNode problem = Api.as(system, SixthGovernment.HEAD, TENANT).call("PUT", BASE + "/progress/"
                + entry.get("progressEntryId").asText() + "/judgement", Map.of("accepted", true),
                entry.get("version").asLong()).expect(409);
        assertEquals("/problems/move-not-allowed", problem.get("type").asText(), problem::toString);
    }

    private static Api.Answer progress(Api person, String answers) {
        JsonNode plan = person.get(BASE + "/plans/own").expect(200).at("/plans/0");
        return person.call("POST", BASE + "/progress", Map.of(
                "individualIndicatorId", plan.at("/results/0/indicators/0/indicatorId").asText(), "progress",
                Map.of("value", 26, "note", "Satu perjalanan terhenti ombak.", "formAnswers", answers)), null);
    }
}

package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.capaian.local.Artifacts;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The five regions from their files, each with its pack: the worked examples of the product's documents, made of
 * imported figures and of marks and ratings given here, read over HTTP by the person they are about. And how
 * objectively somebody rates, read by that rater.
 */
class WorkedExamplesIT {

    private final RunningSystem system;

    WorkedExamplesIT() throws IOException, InterruptedException {
        system = RunningSystem.shared();
    }

    @Test
    void tangselCountsWhatPupilsGainAndWhatCitizensSay() throws IOException, InterruptedException {
        Delivery tangsel = of("tangsel");
        assertReads(tangsel, tangsel.toldToThePerson(), "tangerang-selatan", "99.32", "99,32");
    }

    @Test
    void tubeiHearsRaterPeersAndCitizens() throws IOException, InterruptedException {
        Delivery tubei = of("tubei");
        assertReads(tubei, tubei.toldToThePerson(), "tubei", "103.22", "103,22");
    }

    @Test
    void pariamanLooksAtResultsSkillsAndConduct() throws IOException, InterruptedException {
        Delivery pariaman = of("pariaman");
        assertReads(pariaman, pariaman.toldToThePerson(Map.of("COLLABORATIVE", "ABOVE")), "pariaman", "103.60",
                "103,60");
    }

    @Test
    void samarindaWeighsServiceAndConduct() throws IOException, InterruptedException {
        Delivery samarinda = of("samarinda");
        assertReads(samarinda, samarinda.toldToThePerson(), "samarinda", "95.84", "95,84");
    }

    @Test
    void mulyorejoMeasuresWorkAndHowObjectivelyItIsRated() throws IOException, InterruptedException {
        RatedList list = new RatedList(system);
        Delivery followed = list.brought();
        assertReads(followed, followed.delivered(), "mulyorejo", "100.21", "100,21");

        JsonNode score = RatedList.ownScore(list.rater());
        assertEquals(new BigDecimal("0.89"), figure(score.get("indexScore")));
        assertSteps(score, expected("mulyorejo", "27-rater-worked-example"));
        Delivery.assertComputesAgain(list.rater(), "/api/mulyorejo/rater-scores/" + score.get("raterScoreId").asText());
        String page = page("mulyorejo", Demo.players("mulyorejo").rater(), "/mulyorejo/tim");
        assertTrue(page.contains("Objektivitas penilaian Anda") && page.contains("0,89"), page);

        assertTrue(RatedList.mayRead(list.superior(), score), "the superior sees it");
        assertFalse(RatedList.mayRead(list.otherRater(), score), "another rater does not");
        assertEquals(403, followed.person().get("/api/mulyorejo/rater-scores?period=" + Groundwork.PERIOD).status(),
                "nor does somebody who is rated");
    }

    /** The person whom the README names, with that rater and that head. */
    private Delivery of(String tenant) throws IOException, InterruptedException {
        Groundwork.opened(system, tenant);
        Demo.Players players = Demo.players(tenant);
        return new Delivery(tenant, Api.as(system, players.staff(), tenant), Api.as(system, players.rater(), tenant),
                Api.as(system, players.boss(), tenant));
    }

    /** By its numbers and steps as a program reads them, and by its text as a person does. */
    private void assertReads(Delivery delivery, JsonNode own, String region, String index, String shown)
            throws IOException, InterruptedException {
        JsonNode suggestion = own.get("suggestion");
        assertEquals(new BigDecimal(index), figure(suggestion.get("indexScore")));
        JsonNode expected = expected(region, "01-worked-example");
        assertEquals(figure(expected.get("result")), figure(suggestion.get("resultScore")));
        assertEquals(figure(expected.get("behaviour")), figure(suggestion.get("behaviourScore")));
        assertEquals("MEETS MEETS GOOD", String.join(" ", own.get("resultRating").asText(),
                own.get("behaviourRating").asText(), own.get("predicate").asText()));
        assertSteps(suggestion, expected);
        delivery.assertComputesAgain(own);
        String tenant = delivery.tenant();
        String page = page(tenant, Demo.players(tenant).staff(), "/" + tenant + "/hasil/"
                + own.get("evaluationId").asText());
        assertTrue(page.contains(shown) && page.contains("Baik"), page);
    }

    /** The golden case of the pack is the worked example, with every step the documents name. */
    private static JsonNode expected(String region, String golden) throws IOException {
        return new ObjectMapper().readTree(Files.readString(Artifacts.here().root().resolve("plugins/region-" + region
                + "/src/main/resources/golden/" + golden + ".json"))).get("expect");
    }

    private static void assertSteps(JsonNode told, JsonNode expected) {
        Map<String, BigDecimal> wanted = new TreeMap<>();
        expected.get("steps").properties().forEach(step -> wanted.put(step.getKey(), figure(step.getValue())));
        Map<String, BigDecimal> steps = new TreeMap<>();
        told.at("/explanation/steps").forEach(step -> steps.put(step.get("name").asText(),
                new BigDecimal(step.get("value").asText())));
        steps.keySet().retainAll(wanted.keySet());
        steps.replaceAll((name, value) -> value.setScale(2));
        assertEquals(wanted, steps);
        List<String> flags = new ArrayList<>();
        told.at("/explanation/flags").forEach(flag -> flags.add(flag.get("code").asText() + " "
                + flag.get("about").asText()));
        List<String> wantedFlags = new ArrayList<>();
        expected.get("flags").forEach(flag -> wantedFlags.add(flag.asText()));
        assertEquals(wantedFlags, flags);
    }

    private static BigDecimal figure(JsonNode number) {
        return new BigDecimal(number.asText()).setScale(2);
    }

    private String page(String tenant, String username, String path) throws IOException, InterruptedException {
        HttpResponse<String> page = SignedIn.as(system, username, tenant).open(path);
        assertEquals(200, page.statusCode(), path);
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}

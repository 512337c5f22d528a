package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The people of Kecamatan Mulyorejo whom the head of its service section rates, brought to the worked example of the
 * objectivity index: ten people; a file for 21 of the 22 results in their plans (0.95); seven of seventy marks above
 * what is expected (mean 102.00) where those of the secretary's five people bring the district's mean to 100.00 (bias
 * 0.10); four of twenty ratings other than suggested (0.80).
 */
final class RatedList {

    private static final String TENANT = "mulyorejo";
    private static final String BASE = "/api/" + TENANT;
    private static final String UNIT = "KEC-MULYOREJO";
    private static final int DEPARTURES = 4;
    private static final Map<String, String> ALL_ABOVE = Delivery.VALUES.stream()
            .collect(Collectors.toMap(value -> value, value -> "ABOVE"));
    /** 140 points below what five people would have with nothing but marks as expected. */
    private static final Map<String, String> STRICT = Map.of("SERVICE", "ABOVE", "COMPETENT", "BELOW",
            "HARMONIOUS", "BELOW", "LOYAL", "BELOW", "ADAPTIVE", "BELOW");

    private final RunningSystem system;
    private final Demo.Players players = Demo.players(TENANT);

    RatedList(RunningSystem system) throws IOException {
        this.system = system;
    }

    Api rater() {
        return Api.as(system, players.rater(), TENANT);
    }

    /** The head of the district, who rates both raters. */
    Api superior() throws IOException {
        return Api.as(system, Demo.headOf(TENANT, UNIT), TENANT);
    }

    /** The secretary of the district, who rates others there. */
    Api otherRater() throws IOException {
        return Api.as(system, only("SEKCAM"), TENANT);
    }

    /** Makes the list complete, as far as that is not done yet; gives the followed person's part in it. */
    Delivery brought() throws IOException, InterruptedException {
        Groundwork.opened(system, TENANT);
        Api rater = rater();
        List<Delivery> list = deliveries(rater, "PELAYANAN", "OPERATOR");
        Delivery followed = list.get(list.size() - 1);
        followed.fixOrganisation();
        if (ownScore(rater).isMissingNode()) {
            rateOthers();
            rate(rater, list);
            justify(rater, followed);
        }
        return followed;
    }

    /** The reader's own figure; missing where there is none yet. */
    static JsonNode ownScore(Api rater) {
        return StreamSupport.stream(scores(rater).spliterator(), false).filter(score -> score.get("own").asBoolean())
                .findFirst().orElse(MissingNode.getInstance());
    }

    /** Whether somebody may see that figure. */
    static boolean mayRead(Api reader, JsonNode score) {
        return scores(reader).findValuesAsText("raterScoreId").contains(score.get("raterScoreId").asText());
    }

    private static JsonNode scores(Api reader) {
        return reader.get(BASE + "/rater-scores?period=" + Groundwork.PERIOD).expect(200);
    }

    private void rateOthers() throws IOException, InterruptedException {
        Api secretary = otherRater();
        List<Delivery> others = deliveries(secretary, "ADM");
        others.forEach(delivery -> delivery.giveEvidence(Integer.MAX_VALUE));
        others.forEach(Delivery::submit);
        for (int i = 0; i < others.size(); i++) {
            others.get(i).mark(i == 0 ? STRICT : Map.of());
        }
        Delivery.suggest(secretary, TENANT);
        others.forEach(delivery -> delivery.rate(false));
    }

    /** The last of the list is the person followed: rated as suggested, and marked as expected. */
    private static void rate(Api rater, List<Delivery> list) throws InterruptedException {
        for (int i = 0; i < list.size(); i++) {
            list.get(i).giveEvidence(i == 0 ? 1 : Integer.MAX_VALUE);
            list.get(i).submit();
            list.get(i).mark(i == 0 ? ALL_ABOVE : Map.of());
        }
        Delivery.suggest(rater, TENANT);
        for (int i = 0; i < list.size(); i++) {
            assertTrue(list.get(i).isScored(), list.get(i).shown()::toString);
            list.get(i).rate(i < DEPARTURES);
        }
    }

    /** Nearly everybody is good, and the pattern of a good unit wants differences: telling waits for a reason. */
    private static void justify(Api rater, Delivery followed) {
        String path = BASE + "/units/" + followed.shown().get("unitId").asText() + "/distributions/"
                + Groundwork.PERIOD;
        JsonNode distribution = rater.get(path).expect(200);
        rater.call("PUT", path + "/justification", Map.of("text",
                "Semua target triwulan tercapai; penilaian dibahas bersama camat."),
                distribution.path("version").asLong()).expect(200);
    }

    private List<Delivery> deliveries(Api rater, String... posts) throws IOException {
        Api boss = Api.as(system, players.boss(), TENANT);
        List<Delivery> deliveries = new ArrayList<>();
        for (Demo.Holder holder : Demo.holders(TENANT)) {
            if (holder.unit().equals(UNIT) && List.of(posts).contains(holder.post())) {
                deliveries.add(new Delivery(TENANT, Api.as(system, holder.username(), TENANT), rater, boss));
            }
        }
        return deliveries;
    }

    private static String only(String post) throws IOException {
        return Demo.holders(TENANT).stream().filter(holder -> holder.unit().equals(UNIT) && holder.post().equals(post))
                .map(Demo.Holder::username).findFirst().orElseThrow();
    }
}

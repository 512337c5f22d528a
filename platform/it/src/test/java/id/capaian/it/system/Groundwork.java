package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.local.DemoDay;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What a test needs to be there before it begins; each step looks first whether the journey did it already. */
final class Groundwork {

    private static final DemoDay DAY = DemoDay.today();

    /** The open quarter. */
    static final String PERIOD = DAY.period();

    /** Its first day, on which packs begin. */
    static final String FROM = DAY.firstDay().toString();

    /** The packs that are not called like the tenant. */
    private static final Map<String, String> PACKS = Map.of("tangsel", "region-tangerang-selatan",
            SixthGovernment.TENANT, SixthGovernment.PACK);

    private Groundwork() {
    }

    /** A tenant with its pack on, plans in force for everybody and the quarter's evaluations opened. */
    static Api opened(RunningSystem system, String tenant) throws InterruptedException {
        Api admin = Api.as(system, "admin." + tenant, tenant);
        String base = "/api/" + tenant;
        if (admin.get(base + "/pack-bindings").expect(200).isEmpty()) {
            String pack = PACKS.getOrDefault(tenant, "region-" + tenant);
            admin.call("POST", base + "/pack-bindings", Map.of("packId", pack, "version", version(admin, tenant, pack),
                    "effectiveFrom", FROM), null).expect(201);
        }
        await("the pack of " + tenant + " is active", Duration.ofMinutes(2),
                () -> admin.get(base + "/pack-bindings").expect(200).findValuesAsText("state").contains("ACTIVE"));
        Map<String, Object> whole = new HashMap<>();
        whole.put("orgUnitId", null);
        whole.put("approve", true);
        admin.call("POST", base + "/plans/from-indicator-sets", whole, null).expect(200);
        admin.call("POST", base + "/periods/" + PERIOD + "/evaluations-opening", null, null).expect(200);
        return admin;
    }

    /** The version of a pack that the tenant is offered. */
    static String version(Api admin, String tenant, String packId) {
        for (JsonNode pack : admin.get("/api/" + tenant + "/packs").expect(200)) {
            if (packId.equals(pack.get("packId").asText())) {
                return pack.get("version").asText();
            }
        }
        return fail("no version of " + packId + " is offered to " + tenant);
    }

    /** Waits; outages and jobs take the time they take on the machine at hand. */
    static void await(String what, Duration patience, BooleanSupplier holds) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                fail(what + ": not within " + patience);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    /** Follows a run to its end. */
    static JsonNode ended(Api who, String tenant, String runId) throws InterruptedException {
        String path = "/api/" + tenant + "/evaluation-runs/" + runId;
        await("run " + runId + " ends", Duration.ofMinutes(5), () -> who.get(path).expect(200).get("over").asBoolean());
        return who.get(path).expect(200);
    }
}

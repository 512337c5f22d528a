package id.capaian.local;

import com.fasterxml.jackson.databind.JsonNode;
import id.capaian.local.demo.DemoTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Takes a demo government through the quarters that are over, by the API, each step by whom it is up to: where people
 * have recorded progress the pack is enabled, everybody has a plan of its indicator sets, and they record; then the
 * quarters are closed. Where nobody has, the government stands before its first step, for somebody who wants to walk
 * the whole road. A quarter of the year that is closed was walked through; one of the year before has figures only,
 * because plans are made for a year.
 */
final class DemoYear {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int NUMBER = 0;
    private static final int PERIOD = 1;
    private static final int NOTE = 2;

    private final String server;
    private final String keycloak;
    private final String password;
    private final DemoDay day;

    /**
     * @param server address of the server
     * @param keycloak address of Keycloak, with the client capaian-demo
     * @param password of the demo accounts
     * @param day on which the demonstration begins
     */
    DemoYear(String server, String keycloak, String password, DemoDay day) {
        this.server = server;
        this.keycloak = keycloak;
        this.password = password;
        this.day = day;
    }

    /**
     * Does what is not done yet.
     *
     * @param folder the tenant's files
     * @param admin its regional admin
     * @return how many quarters were closed
     */
    int walk(Path folder, DemoAccount admin) {
        DemoApi api = DemoApi.signIn(server, keycloak, admin.tenant(), admin.username(), password);
        List<JsonNode> periods = StreamSupport.stream(api.get("/periods").spliterator(), false).toList();
        // Not what somebody has moved into grace since.
        List<JsonNode> over = periods.stream().filter(period -> isAt(period, "GRACE")
                && LocalDate.parse(period.get("endsOn").asText()).isBefore(day.firstDay())).toList();
        Path progress = folder.resolve(DemoTenant.PROGRESS);
        if (!over.isEmpty() && Files.exists(progress)) {
            enablePack(api);
            Map<String, Object> everybody = new HashMap<>(Map.of("approve", true));
            everybody.put("orgUnitId", null);
            api.write("POST", "/plans/from-indicator-sets", everybody, 0);
            // After an interruption some of the quarters may be closed: theirs is recorded.
            record(admin.tenant(), notes(progress, periods.stream().filter(period -> isAt(period, "GRACE")
                    || isAt(period, "OPEN")).map(period -> period.get("code").asText()).toList()));
        }
        over.forEach(period -> api.write("PUT", "/periods/" + period.get("periodId").asText() + "/status",
                Map.of("status", "CLOSED"), period.get("version").asLong()));
        return over.size();
    }

    /** The one pack the government is offered, from the first day of the year. */
    private void enablePack(DemoApi api) {
        if (api.get("/pack-bindings").isEmpty()) {
            JsonNode pack = api.get("/packs").get(0);
            api.write("POST", "/pack-bindings", Map.of("packId", pack.get("packId").asText(), "version",
                    pack.get("version").asText(), "effectiveFrom", day.year() + "-01-01"), 0);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!api.get("/pack-bindings").findValuesAsText("state").contains("ACTIVE")) {
            if (System.nanoTime() > end) {
                throw new LocalException("The pack is not active after " + PATIENCE.toMinutes()
                        + " minutes: see what the server's log says of it, then run up again.");
            }
            pause();
        }
    }

    private static boolean isAt(JsonNode period, String status) {
        return period.path("status").asText().equals(status);
    }

    /** By person: notes of each of these quarters. */
    private static Map<String, List<String[]>> notes(Path progress, List<String> quarters) {
        Map<String, List<String[]>> notes = new LinkedHashMap<>();
        try {
            Files.readAllLines(progress).stream().skip(1).map(line -> line.split(";", -1))
                    .filter(cells -> quarters.contains(cells[PERIOD]))
                    .forEach(cells -> notes.computeIfAbsent(cells[NUMBER], any -> new ArrayList<>()).add(cells));
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each person says the same of every result of the plan. What was recorded before an interruption stays. */
    private void record(String tenant, Map<String, List<String[]>> notes) {
        notes.forEach((person, quarters) -> {
            DemoApi api = DemoApi.signIn(server, keycloak, tenant, person, password);
            JsonNode results = api.get("/plans/own").at("/plans/0/results");
            for (String[] quarter : quarters) {
                results.forEach(result -> api.writeUnlessThere("/progress", Map.of(
                        "individualIndicatorId", result.at("/indicators/0/indicatorId").asText(),
                        "period", quarter[PERIOD], "progress", Map.of("note", quarter[NOTE]))));
            }
        });
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

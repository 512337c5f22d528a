package id.capaian.it.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One of everything that belongs to somebody of Puskesmas Palaran.
 *
 * @param ids ids by the name of the address parameter that carries them; the version of one under "version of" its name
 */
record Belongings(Map<String, String> ids) {

    private static final String TENANT = "samarinda";
    private static final String UNIT = "PKM-TEMINDUNG";

    /** A physician's, and a run of the head. */
    static Belongings ofPalaran(RunningSystem system) throws IOException, InterruptedException, SQLException {
        Groundwork.opened(system, TENANT);
        String username = Demo.holders(TENANT).stream().filter(holder -> holder.unit().equals(UNIT)
                && holder.post().equals("DOKTER")).map(Demo.Holder::username).findFirst().orElseThrow();
        Map<String, String> ids = new HashMap<>();
        Api person = Api.as(system, username, TENANT);
        takeEvaluation(ids, person);
        takePlan(ids, person);
        takeProgress(ids, person, system);
        takeRun(ids, Api.as(system, Demo.headOf(TENANT, UNIT), TENANT));
        return new Belongings(Map.copyOf(ids));
    }

    private static void takeEvaluation(Map<String, String> ids, Api person) {
        String id = person.get("/api/" + TENANT + "/evaluations/mine").expect(200).at("/evaluations/0/evaluationId").asText();
        JsonNode evaluation = person.get("/api/" + TENANT + "/evaluations/" + id).expect(200);
        ids.put("evaluation", id);
        ids.put("version of evaluation", evaluation.get("version").asText());
        ids.put("employee", evaluation.get("employeeId").asText());
        ids.put("unit", evaluation.get("unitId").asText());
    }

    private static void takePlan(Map<String, String> ids, Api person) {
        JsonNode plan = person.get("/api/" + TENANT + "/plans/own").expect(200).at("/plans/0");
        ids.put("plan", plan.get("skpId").asText());
        ids.put("version of plan", plan.get("version").asText());
        ids.put("indicator", plan.at("/results/0/indicators/0/indicatorId").asText());
    }

    private static void takeProgress(Map<String, String> ids, Api person, RunningSystem system) throws SQLException {
        String base = "/api/" + TENANT + "/progress";
        UUID indicator = UUID.fromString(ids.get("indicator"));
        String entry = entryOf(system, indicator);
        if (entry == null) {
            entry = person.call("POST", base, Map.of("individualIndicatorId", indicator, "progress", Map.of("value", 28,
                    "note", "Antrean pagi.", "formAnswers", "{\"date\":\"2026-11-23\",\"served\":62,\"complaintsIn\":3,"
                    + "\"answeredInTime\":3}")), null).expect(201).get("progressEntryId").asText();
            person.raw("POST", base + "/" + entry + "/evidence", Map.of("Content-Type", "application/octet-stream",
                    "Content-Disposition", "attachment; filename=\"laporan.txt\""), "Laporan antrean pagi.").expect(200);
        }
        JsonNode progress = person.get(base + "/" + entry).expect(200);
        ids.put("entry", entry);
        ids.put("version of entry", progress.get("version").asText());
        ids.put("evidence", progress.at("/evidence/0/evidenceId").asText());
    }

    private static String entryOf(RunningSystem system, UUID indicator) throws SQLException {
        try (Connection connection = system.postgres().connect("postgres", "capaian");
                PreparedStatement statement = connection.prepareStatement(
                        "select progress_entry_id from t_samarinda.progress_entry where individual_indicator_id = ?")) {
            statement.setObject(1, indicator);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private static void takeRun(Map<String, String> ids, Api head) throws InterruptedException {
        String id = head.call("POST", "/api/" + TENANT + "/periods/" + Groundwork.PERIOD + "/evaluation-runs", Map.of(), null)
                .expect(202).get("runId").asText();
        Groundwork.ended(head, TENANT, id);
        ids.put("run", id);
    }
}

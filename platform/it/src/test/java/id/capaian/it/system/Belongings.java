package id.capaian.it.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One of everything an address can name, by the name of the address parameter that carries it. */
final class Belongings {

    private static final String OTHER_TENANT = "tubei";
    private static final Map<String, String> FORM_ANSWERS = Map.of(
            Cast.TENANT, "{\"date\":\"2026-11-23\",\"served\":62,\"complaintsIn\":3,\"answeredInTime\":3}",
            OTHER_TENANT, "{\"date\":\"2026-11-23\",\"served\":62,\"withinStandard\":60}");
    private static final Map<String, String> TABLES =
            Map.of("evaluation", "evaluation", "plan", "skp", "entry", "progress_entry", "grant", "role_grant", "draft",
                    "import_draft");
    /** A file of units with a row that cannot be taken, so that it stays a draft. */
    private static final String DRAFT = String.join("\r\n", "--part",
            "Content-Disposition: form-data; name=\"kind\"", "", "units", "--part",
            "Content-Disposition: form-data; name=\"file\"; filename=\"unit.csv\"", "Content-Type: text/csv", "",
            "kode;nama;jenis;kode_induk;mulai", "BARU;Unit baru;kapal;;2026-01-01", "--part--", "");
    /** Nobody has seen so many changes: a write about the period is let in and changes nothing. */
    private static final long OF_NO_PERIOD = 999_999;

    private static List<Belongings> nurses;

    private final RunningSystem system;
    private final String tenant;
    private final String base;
    private final String username;
    private final Map<String, String> ids = new HashMap<>(
            Map.of("tenant", Cast.TENANT, "code", Cast.TENANT, "kind", "units", "no", "1"));

    private Belongings(RunningSystem system, String tenant, String username) {
        this.system = system;
        this.tenant = tenant;
        this.base = "/api/" + tenant;
        this.username = username;
    }

    /** Of two nurses of Puskesmas Temindung; each has an evaluation that its person has objected to. Made once. */
    static synchronized List<Belongings> ofTwoNurses(RunningSystem system)
            throws IOException, InterruptedException, SQLException {
        if (nurses == null) {
            nurses = make(system);
        }
        return nurses;
    }

    private static List<Belongings> make(RunningSystem system) throws IOException, InterruptedException, SQLException {
        Api admin = Groundwork.opened(system, Cast.TENANT);
        Api head = Api.as(system, Demo.headOf(Cast.TENANT, Cast.UNIT), Cast.TENANT);
        List<Belongings> found = new ArrayList<>();
        for (Demo.Holder holder : Demo.holders(Cast.TENANT)) {
            if (found.size() < 2 && holder.unit().equals(Cast.UNIT) && holder.post().startsWith("PRW-")) {
                Belongings one = new Belongings(system, Cast.TENANT, holder.username());
                Api person = Api.as(system, holder.username(), Cast.TENANT);
                if (one.takeEvaluation(person)) {
                    one.takePlanAndProgress(person);
                    found.add(one);
                }
            }
        }
        if (found.size() < 2) {
            throw new AssertionError("every nurse's evaluation is under way already: start with a fresh system");
        }
        found.get(0).fixOrganisation(head);
        for (Belongings one : found) {
            one.object(Api.as(system, one.username, Cast.TENANT), head);
            one.takeWhatTheAdminGave(admin, found.indexOf(one));
            one.takeOrder();
        }
        return found;
    }

    /** What the other tenant has of every kind, under the names of the own tenant's addresses. */
    static Belongings ofTheOtherTenant(RunningSystem system) throws IOException, InterruptedException, SQLException {
        Api admin = Groundwork.opened(system, OTHER_TENANT);
        Belongings others = new Belongings(system, OTHER_TENANT, Demo.holders(OTHER_TENANT).get(0).username());
        Api person = Api.as(system, others.username, OTHER_TENANT);
        others.takeEvaluation(person);
        if (others.single("select evidence_id from t_tubei.evidence limit 1") == null) {
            others.takePlanAndProgress(person);
        }
        if (others.single("select suggestion_id from t_tubei.suggestion limit 1") == null) {
            String run = admin.call("POST", others.base + "/periods/" + Groundwork.PERIOD + "/evaluation-runs", Map.of(),
                    null).expect(202).get("runId").asText();
            Groundwork.ended(admin, OTHER_TENANT, run);
        }
        Map<String, String> queries = Map.of("plan", "skp_id from t_tubei.skp",
                "indicator", "individual_indicator_id from t_tubei.individual_indicator",
                "entry", "progress_entry_id from t_tubei.evidence", "evidence", "evidence_id from t_tubei.evidence",
                "run", "evaluation_run_id from t_tubei.suggestion", "suggestion", "suggestion_id from t_tubei.suggestion");
        for (Map.Entry<String, String> query : queries.entrySet()) {
            others.ids.put(query.getKey(), others.single("select " + query.getValue() + " limit 1"));
        }
        others.ids.put("score", others.scoreOfRater(others.id("suggestion")));
        others.ids.put("document", OTHER_TENANT + ".advice@1");
        others.takeWhatTheAdminGave(admin, 2);
        return others;
    }

    String username() {
        return username;
    }

    boolean has(String parameter) {
        return ids.containsKey(parameter);
    }

    /** Something of the kind; one that is nobody's when there is none. */
    String id(String parameter) {
        return ids.getOrDefault(parameter, UUID.randomUUID().toString());
    }

    Map<String, String> ids() {
        return ids;
    }

    /** What the object named last in an address stands at now. */
    long version(List<String> parameters) {
        String last = parameters.isEmpty() ? "" : parameters.get(parameters.size() - 1);
        if (!TABLES.containsKey(last) || !has(last)) {
            return last.equals("period") ? OF_NO_PERIOD : 0;
        }
        String table = TABLES.get(last);
        try {
            String version = single("select version from t_" + tenant + "." + table + " where " + table + "_id = '"
                    + ids.get(last) + "'");
            return version == null ? 0 : Long.parseLong(version);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean takeEvaluation(Api person) {
        String id = person.get(base + "/evaluations/mine").expect(200).at("/evaluations/0/evaluationId").asText();
        JsonNode evaluation = person.get(base + "/evaluations/" + id).expect(200);
        ids.putAll(Map.of("evaluation", id, "employee", evaluation.get("employeeId").asText(), "subject", username,
                "unit", evaluation.get("unitId").asText(), "period", evaluation.get("periodId").asText()));
        return evaluation.get("status").asText().equals("SELF_FILLING");
    }

    private void takePlanAndProgress(Api person) throws SQLException {
        JsonNode plan = person.get(base + "/plans/own").expect(200).at("/plans/0");
        String indicator = plan.at("/results/0/indicators/0/indicatorId").asText();
        ids.putAll(Map.of("plan", plan.get("skpId").asText(), "indicator", indicator));
        Api.Answer made = person.call("POST", base + "/progress", Map.of("individualIndicatorId", indicator, "progress",
                Map.of("value", 28, "note", "Antrean pagi.", "formAnswers", FORM_ANSWERS.get(tenant))), null);
        // Somebody began before: then it is there.
        String entry = made.status() == 201 ? made.body().get("progressEntryId").asText()
                : single("select progress_entry_id from t_" + tenant + ".progress_entry where individual_indicator_id = '"
                        + indicator + "'");
        JsonNode progress = person.raw("POST", base + "/progress/" + entry + "/evidence",
                Map.of("Content-Type", "application/octet-stream",
                        "Content-Disposition", "attachment; filename=\"laporan.txt\""),
                "Laporan antrean pagi.").expect(200);
        ids.putAll(Map.of("entry", entry, "evidence", progress.at("/evidence/0/evidenceId").asText()));
    }

    private void fixOrganisation(Api head) throws IOException {
        JsonNode evaluation = head.get(base + "/evaluations/" + id("evaluation")).expect(200);
        if (!evaluation.hasNonNull("organisationAchievement")) {
            Api above = Api.as(system, Demo.headOf(Cast.TENANT, "DINKES"), Cast.TENANT);
            above.call("PUT", base + "/units/" + id("unit") + "/organisation-predicates/" + Groundwork.PERIOD,
                    Map.of("achievement", "GOOD", "reason", "Target layanan triwulan tercapai."), 0L).expect(200);
        }
    }

    /** The whole way to an objection, so that what needs one is refused to strangers for no other reason. */
    private void object(Api person, Api head) throws InterruptedException, SQLException {
        String path = base + "/evaluations/" + id("evaluation");
        act(person, "POST", path + "/submission?confirmed=true", null);
        act(head, "PUT", path + "/behaviour-marks", Map.of("marks", Delivery.VALUES.stream()
                .map(value -> Map.of("value", value, "mark", "MEETS")).toList()));
        String run = head.call("POST", base + "/periods/" + Groundwork.PERIOD + "/evaluation-runs", Map.of(), null)
                .expect(202).get("runId").asText();
        Groundwork.ended(head, tenant, run);
        act(head, "PUT", path + "/rating", Map.of("resultRating", "MEETS", "behaviourRating", "MEETS",
                "resultReason", "Capaian sesuai target layanan.", "behaviourReason", "Perilaku sesuai harapan.",
                "note", "Terima kasih."));
        act(head, "POST", path + "/delivery", null);
        act(person, "POST", path + "/objection", Map.of("text", "Dua indikator belum dihitung."));
        JsonNode suggestion = head.get(path).expect(200).at("/suggestion/suggestionId");
        JsonNode documents = person.get(path + "/documents").expect(200);
        ids.putAll(Map.of("run", run, "suggestion", suggestion.asText(),
                "score", scoreOfRater(suggestion.asText()),
                "document", documents.at("/documents/0/documentId").asText()));
    }

    /** A figure about the head; a real one is made when the last of a whole list is rated. */
    private String scoreOfRater(String suggestion) throws SQLException {
        return single("""
                insert into t_%1$s.rater_score
                select gen_random_uuid(), e.assessment_period_id, e.rater_id, s.outcome, s.index_score,
                       s.reason_code, false, s.explanation, s.input, s.input_sha256, r.pack_id, r.pack_version,
                       r.pack_sha256, r.formula_id, s.made_at
                  from t_%1$s.suggestion s join t_%1$s.evaluation e using (evaluation_id)
                  join t_%1$s.evaluation_run r using (evaluation_run_id)
                 where s.suggestion_id = '%2$s' returning rater_score_id""".formatted(tenant, suggestion));
    }

    private void act(Api who, String verb, String path, Object body) {
        who.call(verb, path, body, version(List.of("evaluation"))).expect(200);
    }

    /** A role for later and a pack for later, which nobody misses when the admin takes them back. */
    private void takeWhatTheAdminGave(Api admin, int number) throws SQLException {
        String from = (2100 + number) + "-01-01";
        JsonNode grant = admin.call("POST", base + "/role-grants", Map.of("role", "PERF_MANAGER",
                "employeeId", id("employee"), "from", from), null).expect(201);
        String pack = "region-" + tenant;
        String version = Groundwork.version(admin, tenant, pack);
        JsonNode binding = admin.call("POST", base + "/pack-bindings", Map.of("packId", pack, "version", version,
                "effectiveFrom", from, "orgUnitId", id("unit")), null).expect(201);
        ids.putAll(Map.of("grant", grant.get("roleGrantId").asText(), "binding", binding.get("bindingId").asText(),
                "pack", pack, "version", version));
        takeImports(admin);
    }

    /** What an operator wanted of the government, fulfilled. */
    private void takeOrder() throws SQLException {
        ids.put("order", single("""
                insert into registry.tenant_order (tenant_order_id, tenant, kind, ordered_by, ordered_at, state)
                values (gen_random_uuid(), '%s', 'EXPORT', 'matrix', now(), 'DONE') returning tenant_order_id"""
                .formatted(tenant)));
    }

    /** A file that waits to be mended, and one that was taken and is built upon. */
    private void takeImports(Api admin) throws SQLException {
        Api.Answer sent = admin.raw("POST", "/" + tenant + "/impor",
                Map.of("Content-Type", "multipart/form-data; boundary=part"), DRAFT);
        String draft = sent.raw().headers().firstValue("Location").orElseThrow();
        ids.put("draft", draft.substring(draft.lastIndexOf('/') + 1));
        ids.put("file", single("select import_file_id from t_" + tenant
                + ".import_file where kind = 'units' order by imported_at limit 1"));
    }

    /** The first cell of the first row; null without rows. */
    private String single(String query) throws SQLException {
        try (Connection connection = system.postgres().connect("postgres", "capaian");
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }
}

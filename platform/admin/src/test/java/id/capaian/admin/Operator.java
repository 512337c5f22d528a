package id.capaian.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.capaian.admin.database.Sql;
import id.capaian.admin.tenant.StepWatch;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Orders as the server writes them down, and the reconciler that fulfils them. */
final class Operator {

    static final String NUMBER = "198609262015051001";

    private static final String WANTED = """
            {"code": "%1$s", "name": "Kota %1$s", "timeZone": "Asia/Makassar", "locale": "id", "state": "active",
             "government": {"code": "%3$s", "name": "%4$s", "province": "64"},
             "calendar": {"year": 2026, "kind": "QUARTERLY", "periods": [
                 {"code": "2026-Q4", "name": "Triwulan IV 2026", "startsOn": "2026-10-01", "endsOn": "2026-12-31",
                  "status": "OPEN"}]},
             "packs": [{"id": "region-tubei"}], "settings": {"answerDays": 14},
             "firstAdmin": {"username": "%2$s", "name": "Siti Rahma", "email": "siti@%1$s.example"},
             "contacts": {"operations": "siti@%1$s.example"}}""";

    /** No two openings under way are of one government: those that tests order at once are of several. */
    private static final Map<String, Government> GOVERNMENTS = Map.of(
            "lestari", new Government("64.74", "Kota Bontang"), "salah", new Government("64.01", "Kabupaten Paser"),
            "cacat", new Government("64.02", "Kabupaten Kutai Kartanegara"));
    private static final Government USUAL = new Government("64.71", "Kota Balikpapan");

    private final TwoTenants two;
    private final KeycloakDouble keycloak;

    Operator(TwoTenants two, KeycloakDouble keycloak) {
        this.two = two;
        this.keycloak = keycloak;
    }

    private record Government(String code, String name) {
    }

    /** What an onboarding page would send. */
    static String wanted(String code, String username) {
        Government government = GOVERNMENTS.getOrDefault(code, USUAL);
        return WANTED.formatted(code, username, government.code(), government.name());
    }

    UUID open(String code) throws SQLException {
        return order(code, "OPEN", wanted(code, "admin." + code));
    }

    UUID order(String code, String kind, String wanted) throws SQLException {
        UUID id = UUID.randomUUID();
        two.as("registry_writer", connection -> Sql.holds(connection,
                "select registry.order_tenant(?, ?, ?, ?::jsonb, clock_timestamp()) is null", id, code, kind, wanted));
        return id;
    }

    boolean retry(UUID order) throws SQLException {
        return two.as("registry_writer", connection -> Sql.holds(connection, "select registry.retry_order(?)", order));
    }

    /** Everything that waits, which must not fail. */
    String reconcile() {
        return reconcile(0, StepWatch.NONE);
    }

    String reconcile(int exit, StepWatch watch) {
        return run(exit, watch, "reconcile", "--once");
    }

    String run(int exit, StepWatch watch, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int ended = Main.run(words, two.environment(TwoTenants.CONFIG, keycloak),
                new PrintStream(out, true, StandardCharsets.UTF_8), watch);
        String said = out.toString(StandardCharsets.UTF_8);
        assertEquals(exit, ended, said);
        return said;
    }

    List<String> states(String code) throws SQLException {
        return two.ask("select kind || ' ' || state from registry.tenant_order where tenant = '" + code
                + "' order by ordered_at");
    }

    Path store() {
        return two.files.resolve("store");
    }

    Path exports() {
        return two.files.resolve("exports");
    }
}

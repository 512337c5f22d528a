package id.capaian.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import id.capaian.keycloak.signon.MadeSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The kinds of request that are measured one by one. */
final class Kinds {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Set<String> STAFF = Set.of("EMPLOYEE", "RATER", "RATER_SUPERIOR");
    private static final Set<String> ADMIN = Set.of("EMPLOYEE", "REGION_HR_ADMIN");

    private final House house;
    private final MadeSession sessions;
    private final Map<Person, Map<String, String>> staff = new ConcurrentHashMap<>();
    private final Map<Person, Map<String, String>> admins = new ConcurrentHashMap<>();
    private final SaveProgress saveProgress;

    Kinds(House house) throws IOException {
        this.house = house;
        this.sessions = new MadeSession(house.system().cookieKey());
        this.saveProgress = new SaveProgress(house);
    }

    /** 8 results, 16 indicators, the latest value of each, for a machine with a token. */
    Get ownPlan() {
        return ownPlanOn(house.http());
    }

    /** The same on another server. */
    Get ownPlanOn(Http http) {
        return new Get(http, "own plan as JSON", person -> "/api/" + person.code() + "/plans/own", this::bearer,
                this::isOwnPlan);
    }

    /** The same for a browser with a sealed cookie. */
    Get ownPage() {
        return get("own plan as page", "/%s/skp", person -> cookie(staff, person, STAFF), this::isOwnPage);
    }

    /** A new value for an entry, against its version, with an idempotency key of its own. */
    SaveProgress saveProgress() {
        return saveProgress;
    }

    /** Those the person rates, with their plans. */
    Get teamPlans() {
        return get("team of 12, plans", "/api/%s/plans/team", this::bearer,
                (person, body) -> json(body).size() == Person.TEAM);
    }

    /** Those the person rates, with their evaluations, which {@link OpenEvaluations} has made. */
    Get teamEvaluations() {
        return get("team of 12, evaluations", "/api/%s/evaluations/team", this::bearer,
                (person, body) -> json(body).path("people").size() == Person.TEAM);
    }

    /** Whose progress waits for the person's word: that of the first they rate, among others. */
    Get reviews() {
        return get("progress to review", "/api/%s/progress/reviews", this::bearer,
                (person, body) -> text(body).contains(person.member(0).own(Person.Kind.EMPLOYEE).toString()));
    }

    /** A page for which nothing is read: it asks whether the audit trail shall be checked. */
    Get withoutDatabase() {
        return get("page without database, cookie checked", "/%s/audit", person -> cookie(admins, person, ADMIN),
                (person, body) -> text(body).contains("</html>"));
    }

    /**
     * National figures of a period.
     *
     * @param tenants how many of the area have published
     * @param parts   provinces, or governments of a province
     */
    Get national(String period, int tenants, int parts) throws JOSEException {
        return summary("national summary of " + period, "period=" + period, tenants, parts);
    }

    /** The same of a province, by its code. */
    Get province(String period, String province, int governments) throws JOSEException {
        return summary("summary of province " + province, "period=" + period + "&area=" + province, governments,
                governments);
    }

    private Get summary(String name, String query, int tenants, int parts) throws JOSEException {
        Map<String, String> analyst = Map.of("Authorization", "Bearer " + house.system().issuer().analystToken());
        return get(name, "/api/national/summary?" + query, person -> analyst, (person, body) -> {
            JsonNode summary = json(body);
            return summary.path("tenantCount").asInt() == tenants && summary.path("areas").size() == parts + 1;
        });
    }

    /** All that are everybody's, each as often as another. */
    List<Request> ofEverybody() {
        return List.of(ownPlan(), ownPage(), saveProgress, teamPlans(), teamEvaluations(), withoutDatabase());
    }

    private Get get(String name, String path, Function<Person, Map<String, String>> headers,
            BiPredicate<Person, byte[]> right) {
        return new Get(house.http(), name, person -> path.formatted(person.code()), headers, right);
    }

    private Map<String, String> bearer(Person person) {
        return Map.of("Authorization", "Bearer " + house.tokenOf(person));
    }

    private Map<String, String> cookie(Map<Person, Map<String, String>> made, Person person, Set<String> roles) {
        return made.computeIfAbsent(person, one -> Map.of("Accept", "text/html", "Accept-Encoding", "gzip", "Cookie",
                sessions.cookie(one.code(), one.subject(), "Pegawai " + one.number(), one.own(Person.Kind.EMPLOYEE), roles,
                        LIFE)));
    }

    private boolean isOwnPlan(Person person, byte[] body) {
        JsonNode plan = json(body).path("plans").path(0);
        int values = 0;
        for (JsonNode result : plan.path("results")) {
            for (JsonNode indicator : result.path("indicators")) {
                values += indicator.path("latest").path("value").isMissingNode() ? 0 : 1;
            }
        }
        return plan.path("employeeId").asText().equals(person.own(Person.Kind.EMPLOYEE).toString())
                && plan.path("results").size() == house.nation().plan().results()
                && values == house.nation().plan().indicators();
    }

    private boolean isOwnPage(Person person, byte[] body) {
        String page = text(body);
        return page.contains(person.own(Person.Kind.PLAN).toString())
                && page.contains("nomor " + (house.nation().plan().indicators() - 1) + " yang selesai");
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

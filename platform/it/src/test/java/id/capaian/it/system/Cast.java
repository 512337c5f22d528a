package id.capaian.it.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who calls in the matrix: everybody by the part they play. */
final class Cast {

    static final String TENANT = "samarinda";
    /** Unit of the people whose objects are called. */
    static final String UNIT = "PKM-TEMINDUNG";

    private static final String OTHER_UNIT = "PKM-SEGIRI";
    private static final Set<String> EMPLOYEE = Set.of("EMPLOYEE");
    private static final Set<String> HEAD = Set.of("EMPLOYEE", "RATER", "UNIT_HEAD");
    private static final Set<String> SUPERIOR = Set.of("EMPLOYEE", "RATER", "UNIT_HEAD", "RATER_SUPERIOR");

    private final RunningSystem system;

    Cast(RunningSystem system) {
        this.system = system;
    }

    /**
     * Somebody who calls.
     *
     * @param part     as {@code who-may-call.txt} names it
     * @param username of the account
     * @param roles    held or implied
     */
    record Member(String part, String username, Api api, Set<String> roles) {
    }

    /** Everybody of the government but the person whose object it is. */
    List<Member> members() throws IOException {
        Member admin = of("admin", "admin." + TENANT, Set.of("REGION_HR_ADMIN"));
        return List.of(admin,
                of("rater", Demo.headOf(TENANT, UNIT), HEAD),
                of("superior", Demo.headOf(TENANT, "DINKES"), SUPERIOR),
                of("colleague", holder(UNIT, "ADM", 0), EMPLOYEE),
                of("nurse elsewhere", holder(OTHER_UNIT, "PRW-TERAMPIL", 0), EMPLOYEE),
                of("head elsewhere", Demo.headOf(TENANT, OTHER_UNIT), HEAD),
                of("superior elsewhere", Demo.headOf(TENANT, "KEC-PALARAN"), SUPERIOR),
                granted(of("unit admin elsewhere", holder("SETDA", "ADM", 0), Set.of("EMPLOYEE", "UNIT_HR_ADMIN")),
                        admin.api(), "UNIT_HR_ADMIN"),
                granted(of("manager", holder("SETDA", "ADM", 1), Set.of("EMPLOYEE", "PERF_MANAGER")),
                        admin.api(), "PERF_MANAGER"));
    }

    /** People who have nothing to do with the government, however high their role is at home. */
    List<Member> outsiders() throws IOException {
        return List.of(of("admin of tubei", "admin.tubei", "tubei", Set.of()),
                of("head of tubei", Demo.headOf("tubei", "LEBONG"), "tubei", Set.of()),
                of("analyst", "analis.nasional", null, Set.of("NATIONAL_ANALYST")),
                of("operator", "operator.platform", null, Set.of("OPERATOR")));
    }

    Member person(String username) {
        return of("person", username, EMPLOYEE);
    }

    private Member of(String part, String username, Set<String> roles) {
        return of(part, username, TENANT, roles);
    }

    private Member of(String part, String username, String tenant, Set<String> roles) {
        return new Member(part, username, Api.as(system, username, tenant), roles);
    }

    private static String holder(String unit, String post, int number) throws IOException {
        return Demo.holders(TENANT).stream().filter(holder -> holder.unit().equals(unit) && holder.post().equals(post))
                .skip(number).map(Demo.Holder::username).findFirst().orElseThrow();
    }

    /** Roles the demo grants to nobody, for two people of an office nobody else needs. */
    private static Member granted(Member holder, Api admin, String role) {
        Api api = holder.api();
        JsonNode own = api.get("/api/" + TENANT + "/evaluations/mine").expect(200).at("/evaluations/0");
        JsonNode evaluation = api.get("/api/" + TENANT + "/evaluations/" + own.get("evaluationId").asText()).expect(200);
        Map<String, Object> wish = new HashMap<>();
        wish.put("role", role);
        wish.put("employeeId", evaluation.get("employeeId").asText());
        wish.put("orgUnitId", role.startsWith("UNIT_") ? evaluation.get("unitId").asText() : null);
        wish.put("from", null);
        Api.Answer answer = admin.call("POST", "/api/" + TENANT + "/role-grants", wish, null);
        if (answer.status() != 201 && answer.status() != 409) {
            throw new AssertionError(role + " cannot be granted: " + answer.raw().body());
        }
        // Roles are kept with the verified token: the next one carries what was granted.
        api.signInAnew();
        return holder;
    }
}

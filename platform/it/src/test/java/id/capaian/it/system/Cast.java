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
    private static final Set<String> HEAD = Set.of("EMPLOYEE", "RATER", "UNIT_HEAD");
    private static final Set<String> SUPERIOR = Set.of("EMPLOYEE", "RATER", "UNIT_HEAD", "RATER_SUPERIOR");

    private final RunningSystem system;

    Cast(RunningSystem system) {
        this.system = system;
    }

    /**
     * Somebody who calls.
     *
     * @param part  as {@code who-may-call.txt} names it
     * @param roles held or implied
     */
    record Member(String part, Api api, Set<String> roles) {
    }

    /** Everybody of the government but the person whose object it is. */
    List<Member> members() throws IOException {
        Api admin = Api.as(system, "admin." + TENANT, TENANT);
        return List.of(new Member("admin", admin, Set.of("REGION_HR_ADMIN")),
                new Member("rater", of(Demo.headOf(TENANT, UNIT)), HEAD),
                new Member("superior", of(Demo.headOf(TENANT, "DINKES")), SUPERIOR),
                new Member("colleague", of(holder(UNIT, "ADM", 0)), Set.of("EMPLOYEE")),
                new Member("nurse elsewhere", of(holder(OTHER_UNIT, "PRW-TERAMPIL", 0)), Set.of("EMPLOYEE")),
                new Member("head elsewhere", of(Demo.headOf(TENANT, OTHER_UNIT)), HEAD),
                new Member("superior elsewhere", of(Demo.headOf(TENANT, "KEC-PALARAN")), SUPERIOR),
                new Member("unit admin elsewhere", granted(admin, "UNIT_HR_ADMIN", 0),
                        Set.of("EMPLOYEE", "UNIT_HR_ADMIN")),
                new Member("manager", granted(admin, "PERF_MANAGER", 1), Set.of("EMPLOYEE", "PERF_MANAGER")));
    }

    /** People who have nothing to do with the government, however high their role is at home. */
    List<Member> outsiders() throws IOException {
        return List.of(new Member("admin of tubei", Api.as(system, "admin.tubei", "tubei"), Set.of()),
                new Member("head of tubei", Api.as(system, Demo.headOf("tubei", "LEBONG"), "tubei"), Set.of()),
                new Member("analyst", Api.as(system, "analis.nasional", null), Set.of("NATIONAL_ANALYST")),
                new Member("operator", Api.as(system, "operator.platform", null), Set.of("OPERATOR")));
    }

    Member person(String username) {
        return new Member("person", of(username), Set.of("EMPLOYEE"));
    }

    private Api of(String username) {
        return Api.as(system, username, TENANT);
    }

    private static String holder(String unit, String post, int number) throws IOException {
        return Demo.holders(TENANT).stream().filter(holder -> holder.unit().equals(unit) && holder.post().equals(post))
                .skip(number).map(Demo.Holder::username).findFirst().orElseThrow();
    }

    /** Roles the demo grants to nobody, for two people of an office nobody else needs. */
    private Api granted(Api admin, String role, int number) throws IOException {
        Api holder = of(holder("SETDA", "ADM", number));
        JsonNode own = holder.get("/api/" + TENANT + "/evaluations/mine").expect(200).at("/evaluations/0");
        JsonNode evaluation = holder.get("/api/" + TENANT + "/evaluations/" + own.get("evaluationId").asText())
                .expect(200);
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
        holder.signInAnew();
        return holder;
    }
}

package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every address of the server is closed to whom it is not meant for. The addresses come from the server's classes. */
class SecurityMatrixIT {

    private static final String TENANT = "samarinda";
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Somebody else's, when the caller is neither the person nor the rater nor the head of the unit. */
    private static final Set<String> PERSONAL =
            Set.of("evaluation", "plan", "entry", "evidence", "indicator", "employee", "unit", "run");

    private RunningSystem system;
    private List<Endpoint> endpoints;

    /** Somebody of the tenant and the roles they hold or are implied to hold. */
    private record Member(String name, Api api, Set<String> roles) {
    }

    @BeforeEach
    void readEndpoints() throws IOException, InterruptedException, URISyntaxException {
        system = RunningSystem.shared();
        endpoints = Endpoint.all();
        assertTrue(endpoints.size() > 80, "found only " + endpoints.size());
    }

    @Test
    void onlyTheseAreOpen() {
        assertEquals(new TreeSet<>(Set.of(
                "GET /", "GET /assets/{hash}/{name}", "GET /gaya", "GET /problems", "GET /problems/{slug}",
                "POST /problems/csp-report", "GET /sign-in/callback", "GET /sign-in/lain/{area}",
                "POST /sign-in/backchannel-logout", "POST /{area}/keluar",
                // Open to every member of the tenant; sign-on itself asks who it is.
                "GET /{tenant}", "GET /{tenant}/saya")),
                endpoints.stream().filter(Endpoint::isOpen).map(Endpoint::toString)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void nobodyComesIn() {
        Api nobody = Api.nobody(system);
        List<String> let = new ArrayList<>();
        closed().forEach(endpoint -> expectRefused(let, endpoint, "nobody", nobody, Map.of()));
        assertEquals(List.of(), let);
    }

    @Test
    void aWrongRoleDoesNotDo() throws IOException {
        List<Member> members = new ArrayList<>(members());
        Member analyst = new Member("analyst", Api.as(system, "analis.nasional", null), Set.of("NATIONAL_ANALYST"));
        Member operator = new Member("operator", Api.as(system, "operator.platform", null), Set.of("OPERATOR"));
        members.addAll(List.of(analyst, operator));
        List<String> let = new ArrayList<>();
        for (Member member : members) {
            closed().stream().filter(endpoint -> !endpoint.admits(member.roles())
                            || endpoint.isOfTenant() && Set.of(analyst, operator).contains(member))
                    .forEach(endpoint -> expectRefused(let, endpoint, member.name(), member.api(), Map.of()));
        }
        assertEquals(List.of(), let);
    }

    @Test
    void theSameRoleOfAnotherTenantDoesNotDo() throws IOException {
        List<Api> others = List.of(Api.as(system, "admin.tubei", "tubei"),
                Api.as(system, Demo.headOf("tubei", "LEBONG"), "tubei"));
        List<String> let = new ArrayList<>();
        for (Api other : others) {
            closed().stream().filter(Endpoint::isOfTenant)
                    .forEach(endpoint -> expectRefused(let, endpoint, "of tubei", other, Map.of()));
        }
        assertEquals(List.of(), let);
    }

    @Test
    void somebodyElsesIsNotOnesOwn() throws IOException, InterruptedException, SQLException {
        Belongings belongings = Belongings.ofPalaran(system);
        List<Endpoint> personal = endpoints.stream()
                .filter(endpoint -> endpoint.parameters().stream().anyMatch(PERSONAL::contains)).toList();
        List<String> let = new ArrayList<>();
        for (Member member : members()) {
            if (!member.name().startsWith("admin")) {
                personal.stream().filter(endpoint -> endpoint.admits(member.roles())).forEach(endpoint ->
                        expectRefused(let, endpoint, member.name(), member.api(), belongings.ids()));
            }
        }
        assertEquals(List.of(), let);
    }

    private List<Endpoint> closed() {
        return endpoints.stream().filter(endpoint -> !endpoint.isOpen() || endpoint.isOfTenant()).toList();
    }

    private List<Member> members() throws IOException {
        String employee = Demo.holders(TENANT).stream().filter(holder -> holder.unit().equals("PKM-SEGIRI")
                && holder.post().equals("PRW-TERAMPIL")).map(Demo.Holder::username).findFirst().orElseThrow();
        return List.of(new Member("admin", Api.as(system, "admin." + TENANT, TENANT), Set.of("REGION_HR_ADMIN")),
                new Member("employee", Api.as(system, employee, TENANT), Set.of("EMPLOYEE")),
                new Member("head", Api.as(system, Demo.headOf(TENANT, "PKM-SEGIRI"), TENANT),
                        Set.of("EMPLOYEE", "RATER", "UNIT_HEAD")));
    }

    private void expectRefused(List<String> let, Endpoint endpoint, String who, Api api, Map<String, String> ids) {
        Api.Answer answer = call(endpoint, api, ids);
        boolean toKeycloak = answer.status() == 302 && endpoint.verb().equals("GET") && answer.raw().headers()
                .firstValue("Location").orElse("").startsWith(system.keycloakUrl());
        if (!REFUSALS.contains(answer.status()) && !(toKeycloak && who.equals("nobody"))) {
            let.add(who + " at " + endpoint + ": " + answer.status() + " "
                    + answer.raw().body().substring(0, Math.min(160, answer.raw().body().length())));
        }
    }

    private static Api.Answer call(Endpoint endpoint, Api api, Map<String, String> ids) {
        String address = endpoint.address(name -> switch (name) {
            case "tenant" -> TENANT;
            case "period" -> Groundwork.PERIOD;
            default -> ids.getOrDefault(name, UUID.randomUUID().toString());
        });
        Map<String, String> headers = new HashMap<>();
        if (endpoint.verb().equals("GET")) {
            return api.raw("GET", address, headers, null);
        }
        List<String> parameters = endpoint.parameters();
        String version = parameters.isEmpty() ? "0"
                : ids.getOrDefault("version of " + parameters.get(parameters.size() - 1), "0");
        headers.put("If-Match", "\"" + version + "\"");
        SampleBody sample = new SampleBody(ids);
        headers.put("Content-Type", endpoint.consumes());
        if (endpoint.consumes().startsWith("multipart/")) {
            headers.put("Content-Type", endpoint.consumes() + "; boundary=part");
            return api.raw(endpoint.verb(), address, headers,
                    "--part\r\nContent-Disposition: form-data; name=\"version\"\r\n\r\n" + version + "\r\n--part--\r\n");
        }
        if (endpoint.consumes().endsWith("form-urlencoded")) {
            return api.raw(endpoint.verb(), address, headers, sample.form(Long.valueOf(version)));
        }
        return api.raw(endpoint.verb(), address, headers,
                endpoint.body() == null ? null : json(sample.of(endpoint.body())));
    }

    private static String json(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package id.capaian.keycloak.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the client takes what may come over the line; what Keycloak itself does is tested against Keycloak. */
class KeycloakAdminTest {

    private static final String NIP = "198503032010012003";

    private final List<String> calls = new ArrayList<>();
    private final Deque<Reply> replies = new ArrayDeque<>();
    private HttpServer server;
    private KeycloakAdmin keycloak;
    private int tokens;

    private record Reply(int status, String body, String location) {
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean token = exchange.getRequestURI().getPath().endsWith("/token");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Reply reply = token ? new Reply(200, "{\"access_token\":\"t" + ++tokens + "\",\"expires_in\":60}", null)
                    : replies.remove();
            if (!token) {
                calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
            }
            if (reply.location() != null) {
                exchange.getResponseHeaders().add("Location", reply.location());
            }
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        keycloak = client("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void makesAnAccountOnce() {
        reply(200, "[]");
        replies.add(new Reply(201, "", "http://x/admin/realms/capaian/users/id-1"));
        Account account = keycloak.accounts().ensure(NewAccount.of(NIP, "Siti", FirstPassword.temporary("Awal-1")));
        assertEquals(new Account("id-1", NIP, true), account);
        assertTrue(calls.get(1).contains("\"requiredActions\":[\"UPDATE_PASSWORD\"]"), calls.get(1));
        reply(200, "[{\"id\":\"id-1\",\"username\":\"" + NIP + "\",\"enabled\":false}]");
        assertFalse(keycloak.accounts().ensure(NewAccount.of(NIP, "Siti", null)).enabled());
        assertEquals(3, calls.size());
    }

    @Test
    void somebodyElseMakingItMeanwhileIsFine() {
        reply(200, "[]");
        reply(409, "{\"errorMessage\":\"User exists with same username\"}");
        reply(200, "[{\"id\":\"id-1\",\"username\":\"" + NIP + "\",\"enabled\":true}]");
        assertEquals("id-1", keycloak.accounts().ensure(NewAccount.of(NIP, "Siti", null)).id());
    }

    @Test
    void findsAnOrganizationThatARealmFileMade() {
        reply(200, "[]");
        reply(200, "[{\"id\":\"o1\",\"alias\":\"tubei\",\"name\":\"T\",\"enabled\":true},"
                + "{\"id\":\"o2\",\"alias\":\"samarinda\",\"name\":\"S\",\"enabled\":true}]");
        assertEquals("o2", keycloak.organizations().find("samarinda").orElseThrow().id());
    }

    @Test
    void leavesAnUpToDateOrganizationAlone() {
        reply(200, "[{\"id\":\"o\",\"alias\":\"samarinda\",\"name\":\"S\",\"enabled\":true,"
                + "\"attributes\":{\"tenant\":[\"samarinda\"],\"other\":[\"x\"]}}]");
        Organization organization = keycloak.organizations().ensure("samarinda", "S", Map.of());
        assertEquals(List.of("x"), organization.attributes().get("other"));
        assertEquals(1, calls.size());
    }

    @Test
    void aMemberAlreadyAndNoMemberAnyMoreAreFine() {
        reply(409, "{\"errorMessage\":\"User is already a member\"}");
        keycloak.organizations().addMember("o", "u");
        assertTrue(calls.get(0).contains("/organizations/o/members \"u\""));
        reply(404, "{}");
        keycloak.organizations().removeMember("o", "u");
        reply(404, "{}");
        assertFalse(keycloak.organizations().isMember("o", "u"));
    }

    @Test
    void readsAllPagesOfMembers() {
        reply(200, "[" + "{\"id\":\"m\"},".repeat(99) + "{\"id\":\"m\"}]");
        reply(200, "[{\"id\":\"last\"}]");
        List<String> members = keycloak.organizations().members("org-1");
        assertEquals(101, members.size());
        assertEquals("last", members.get(100));
        assertTrue(calls.get(1).contains("first=100&max=100"), calls.get(1));
    }

    @Test
    void tellsRolesOfTheRealmFromThoseEverybodyHas() {
        reply(200, "[{\"name\":\"default-roles-capaian\"}]");
        assertFalse(keycloak.accounts().hasRealmRole("id-1"));
        reply(200, "[{\"name\":\"default-roles-capaian\"},{\"name\":\"operator\"}]");
        assertTrue(keycloak.accounts().hasRealmRole("id-1"));
    }

    @Test
    void asksForAnotherTokenWhenTheOldOneIsWithdrawn() {
        reply(401, "{}");
        reply(200, "[]");
        assertTrue(keycloak.accounts().find(NIP).isEmpty());
        assertTrue(calls.get(0).endsWith("Bearer t1"));
        assertTrue(calls.get(1).endsWith("Bearer t2"));
    }

    @Test
    void tellsRefusedFromUnavailable() {
        reply(403, "{\"error\":\"HTTP 403 Forbidden\"}");
        KeycloakRefused refused = assertThrows(KeycloakRefused.class, () -> keycloak.accounts().find(NIP));
        assertEquals(403, refused.status());
        assertEquals("HTTP 403 Forbidden", refused.reason());
        assertFalse(refused.getMessage().contains(NIP));
        reply(503, "");
        assertThrows(KeycloakUnavailable.class, () -> keycloak.accounts().find(NIP));
        reply(200, "<html>");
        assertThrows(KeycloakUnavailable.class, () -> keycloak.accounts().find(NIP));
        server.stop(0);
        KeycloakUnavailable gone = assertThrows(KeycloakUnavailable.class, () -> keycloak.accounts().find(NIP));
        assertFalse(gone.getMessage().contains(NIP));
    }

    @Test
    void assignsARealmRoleThatExists() {
        reply(200, "[]");
        reply(200, "[{\"id\":\"x\",\"name\":\"other\"},{\"id\":\"r\",\"name\":\"operator\"}]");
        reply(204, "");
        keycloak.accounts().assignRealmRole("u", "operator");
        assertTrue(calls.get(2).startsWith("POST /admin/realms/capaian/users/u/role-mappings/realm "
                + "[{\"id\":\"r\",\"name\":\"operator\"}]"));
        reply(200, "[{\"id\":\"r\",\"name\":\"operator\"}]");
        keycloak.accounts().assignRealmRole("u", "operator");
        assertEquals(4, calls.size(), "assigned already");
        reply(200, "[]");
        reply(200, "[]");
        assertThrows(KeycloakRefused.class, () -> keycloak.accounts().assignRealmRole("u", "nothing"));
    }

    @Test
    void printsNoSecrets() {
        NewAccount account = NewAccount.of(NIP, "Siti", FirstPassword.temporary("Awal-1"));
        assertFalse(account.toString().contains(NIP));
        assertFalse(account.password().toString().contains("Awal"));
        assertFalse(PreparedPassword.of("Demo-1").toString().contains("Demo"));
    }

    private static KeycloakAdmin client(String address) {
        return new KeycloakAdmin(URI.create(address), "capaian", "capaian-admin", "secret");
    }

    private void reply(int status, String body) {
        replies.add(new Reply(status, body, null));
    }
}

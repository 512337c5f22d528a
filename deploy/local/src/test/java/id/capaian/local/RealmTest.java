package id.capaian.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealmTest {

    private static final RealmOptions OPTIONS = new RealmOptions("http://localhost:1", 60, "web", "admin", "demo");

    private JsonNode realm;

    @BeforeEach
    void read() throws IOException {
        realm = new ObjectMapper().readTree(RealmImport.document(OPTIONS));
    }

    @Test
    void hasEveryPlaceFilled() {
        assertFalse(realm.toString().contains("${CAPAIAN_"));
        assertEquals(60, realm.get("accessTokenLifespan").asInt());
    }

    @Test
    void neverTellsWhereSomebodyWorksBeforeThePassword() {
        List<String> steps = steps(realm.get("browserFlow").asText());
        assertTrue(steps.contains("auth-username-password-form"));
        assertFalse(steps.contains("organization"));
    }

    @Test
    void writesNoUserNameToALog() {
        assertEquals(0, realm.get("eventsListeners").size());
    }

    @Test
    void sendsPeopleBackToTheServerAlone() {
        JsonNode web = client("capaian-web");
        assertEquals("[\"http://localhost:1/sign-in/callback\"]", web.get("redirectUris").toString());
        assertEquals("S256", web.at("/attributes/pkce.code.challenge.method").asText());
        assertFalse(web.get("publicClient").asBoolean());
        assertFalse(web.get("directAccessGrantsEnabled").asBoolean());
        assertFalse(realm.get("revokeRefreshToken").asBoolean());
    }

    @Test
    void givesTheProvisioningAccountThreeRightsOnly() {
        for (JsonNode user : realm.get("users")) {
            if (user.path("serviceAccountClientId").asText().equals("capaian-admin")) {
                assertEquals("{\"realm-management\":[\"manage-organizations\",\"manage-users\","
                        + "\"manage-identity-providers\"]}", user.get("clientRoles").toString());
                return;
            }
        }
        throw new AssertionError("no service account");
    }

    @Test
    void putsNoGroupBetweenPeopleAndAdministration() {
        assertTrue(realm.path("groups").isEmpty(), "a group with administration roles is CVE-2026-94000");
    }

    private JsonNode client(String id) {
        for (JsonNode client : realm.get("clients")) {
            if (client.get("clientId").asText().equals(id)) {
                return client;
            }
        }
        throw new AssertionError("no client " + id);
    }

    private List<String> steps(String flow) {
        List<String> steps = new ArrayList<>();
        for (JsonNode candidate : realm.get("authenticationFlows")) {
            if (candidate.get("alias").asText().equals(flow)) {
                for (JsonNode step : candidate.get("authenticationExecutions")) {
                    if (step.has("flowAlias")) {
                        steps.addAll(steps(step.get("flowAlias").asText()));
                    } else {
                        steps.add(step.get("authenticator").asText());
                    }
                }
            }
        }
        return steps;
    }
}

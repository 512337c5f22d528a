package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.capaian.keycloak.admin.Account;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Sessions of people between the real Keycloak and the server: signing in, going on, and being ended elsewhere. */
class BackChannelLogoutIT {

    private static final String TENANT = "samarinda";
    private static final String HOME = "/" + TENANT + "/";
    private static final String COOKIE = "capaian-" + TENANT;
    private static final Duration LATEST = Duration.ofSeconds(5);

    private final RunningSystem system;

    BackChannelLogoutIT() throws IOException, InterruptedException {
        system = RunningSystem.shared();
    }

    /** The tokens are young meanwhile: only Keycloak's own logout token can have ended the session. */
    @Test
    void aSessionEndedInKeycloakIsOverWithinSeconds() throws IOException, InterruptedException, SQLException {
        var keycloak = new KeycloakAccess(system);
        List<String> people = Demo.peopleOf(TENANT, "KEC-ULU");
        Account account = keycloak.admin().accounts().find(people.get(1)).orElseThrow();
        SignedIn ended = SignedIn.as(system, people.get(1), TENANT);
        SignedIn other = SignedIn.as(system, people.get(2), TENANT);
        assertEquals(200, ended.open(HOME).statusCode());
        int before = endedSessionsOf(account);

        Instant end = Instant.now();
        keycloak.endSessionsOf(account.id());
        HttpResponse<String> page = ended.open(HOME);
        while (page.statusCode() == 200 && Instant.now().isBefore(end.plus(LATEST))) {
            TimeUnit.MILLISECONDS.sleep(100);
            page = ended.open(HOME);
        }
        assertEquals(302, page.statusCode(), "still open " + Duration.between(end, Instant.now()) + " later");
        assertTrue(page.headers().firstValue("Location").orElseThrow().startsWith(system.keycloakUrl()));
        assertEquals(before + 1, endedSessionsOf(account), "the server was told");
        assertEquals(200, other.open(HOME).statusCode(), "nobody else's session ends");
        assertEquals(200, SignedIn.as(system, people.get(1), TENANT).open(HOME).statusCode(), "a new one begins");
    }

    @Test
    void nobodyElseCanEndASession() throws IOException {
        Api nobody = Api.nobody(system);
        String token = Api.signIn(system, Demo.peopleOf(TENANT, "KEC-ULU").get(3), TENANT).expect(200)
                .get("access_token").asText();
        Instant begun = Instant.now();
        for (String forged : List.of("", "e30.e30.e30", token)) {
            assertEquals(400, nobody.raw("POST", "/sign-in/backchannel-logout",
                    Map.of("Content-Type", "application/x-www-form-urlencoded"), "logout_token=" + forged).status());
        }
        system.provoked(begun, Instant.now());
    }

    @Test
    void aSessionGoesOnWithFreshTokens() throws IOException, InterruptedException {
        SignedIn person = SignedIn.as(system, Demo.peopleOf(TENANT, "KEC-ULU").get(4), TENANT);
        String first = person.cookie(COOKIE);
        assertEquals(200, person.open(HOME).statusCode());
        assertEquals(first, person.cookie(COOKIE), "a young token is not asked for again");
        TimeUnit.SECONDS.sleep(RunningSystem.TOKEN_SECONDS + 2);
        assertEquals(200, person.open(HOME).statusCode());
        assertNotEquals(first, person.cookie(COOKIE), "an old one is");
        assertEquals(200, person.open(HOME).statusCode());
    }

    private int endedSessionsOf(Account account) throws SQLException {
        try (Connection connection = system.postgres().connect("postgres", "capaian");
                PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from registry.ended_session where subject = ?")) {
            statement.setString(1, account.id());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}

package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.capaian.keycloak.admin.Account;
import id.capaian.keycloak.admin.IdentityProvider;
import id.capaian.keycloak.admin.KeycloakAdmin;
import id.capaian.keycloak.admin.NewAccount;
import id.capaian.keycloak.admin.Organization;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A government's own identity provider, played by another realm of the same Keycloak: it speaks for the accounts that
 * were linked to it and brings in nobody else, whatever it says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokeredSignInIT {

    /** Organizations of Keycloak alone: no tenant of the server has these codes. */
    private static final String OWN = "ujipemda";
    private static final String OTHER = "ujitetangga";
    private static final String CITY = "kota-uji";
    private static final String PERSON = "198609262015051901";
    private static final String STRANGER = "198609262015051902";
    private static final String OF_OTHER = "198609262015051903";

    private RunningSystem system;
    private CityRealm city;
    private KeycloakAdmin keycloak;
    private Organization own;
    private Organization other;
    private IdentityProvider provider;

    @BeforeAll
    void aCityHasAProvider() throws IOException, InterruptedException {
        system = RunningSystem.shared();
        city = new CityRealm(system, CITY);
        city.make("secret-of-city", system.keycloakUrl() + "/realms/capaian/broker/" + OWN + "/endpoint",
                Map.of(PERSON, "orang@kota.example", STRANGER, "asing@kota.example",
                        OF_OTHER, "tetangga@kota.example"));
        keycloak = new KeycloakAccess(system).admin();
        own = keycloak.organizations().ensure(OWN, "Kota Uji Pemda", Map.of());
        other = keycloak.organizations().ensure(OTHER, "Kota Uji Tetangga", Map.of());
        provider = provider("Kota Uji Pemda");
        keycloak.identityProviders().ensure(own.id(), provider);
        Account person = account(PERSON, "orang@kota.example", own);
        keycloak.identityProviders().link(OWN, person.id(), PERSON);
        keycloak.identityProviders().link(OWN, person.id(), PERSON);
        account(OF_OTHER, "tetangga@kota.example", other);
    }

    @AfterAll
    void takeItAway() throws IOException, InterruptedException {
        keycloak.identityProviders().remove(OWN);
        keycloak.identityProviders().remove(OWN);
        city.remove();
    }

    private Account account(String number, String email, Organization organization) {
        Account account = keycloak.accounts().ensure(new NewAccount(number, "Uji Penyedia", email, Map.of(), null));
        keycloak.organizations().addMember(organization.id(), account.id());
        return account;
    }

    private IdentityProvider provider(String name) {
        return new IdentityProvider(OWN, name, URI.create(system.keycloakUrl() + "/realms/" + CITY), "capaian",
                "secret-of-city", "preferred_username");
    }

    @Test
    void isSetUpOnceAndSeenToBeThere() {
        assertTrue(keycloak.identityProviders().isThere(own.id(), provider));
        assertFalse(keycloak.identityProviders().isThere(other.id(), provider), "it is one government's");
        IdentityProvider renamed = provider("Pemerintah Kota Uji");
        assertFalse(keycloak.identityProviders().isThere(own.id(), renamed));
        keycloak.identityProviders().ensure(own.id(), renamed);
        assertTrue(keycloak.identityProviders().isThere(own.id(), renamed));
        keycloak.identityProviders().ensure(own.id(), provider);
    }

    @Test
    void aPersonOfTheGovernmentComesInAndBelongsToItAlone() throws IOException, InterruptedException {
        JsonNode token = claims(city.signIn(PERSON, OWN, OWN).orElseThrow());
        assertEquals(Set.of(OWN), organizations(token));
        assertEquals(keycloak.accounts().find(PERSON).orElseThrow().id(), token.get("sub").asText());
    }

    @Test
    void aPersonOfTheGovernmentGetsNoTokenOfAnother() throws IOException, InterruptedException {
        Optional<String> token = city.signIn(PERSON, OWN, OTHER);
        assertTrue(token.isEmpty() || organizations(claims(token.get())).isEmpty());
    }

    @Test
    void aStrangerIsRefusedAndGetsNoAccount() throws IOException, InterruptedException {
        assertEquals(Optional.empty(), city.signIn(STRANGER, OWN, OWN));
        assertTrue(keycloak.accounts().find(STRANGER).isEmpty());
    }

    @Test
    void theProviderCannotSpeakForAnAccountOfAnotherGovernment() throws IOException, InterruptedException {
        for (String organization : List.of(OWN, OTHER)) {
            assertEquals(Optional.empty(), city.signIn(OF_OTHER, OWN, organization), organization);
        }
        Account account = keycloak.accounts().find(OF_OTHER).orElseThrow();
        assertEquals(Set.of(other.id()), keycloak.organizations().idsOf(account.id()), "not drawn into the own one");
    }

    @Test
    void anAccountThatIsHandedOverIsNoLongerTheProviders() throws IOException, InterruptedException {
        String moved = "198609262015051904";
        city.add(moved, "pindah@kota.example");
        Account account = account(moved, "pindah@kota.example", own);
        keycloak.identityProviders().link(OWN, account.id(), moved);
        assertTrue(city.signIn(moved, OWN, OWN).isPresent());
        keycloak.accounts().renew(account.id(),
                new NewAccount(moved, "Uji Penyedia", "lain@kota.example", Map.of(), null));
        assertEquals(Optional.empty(), city.signIn(moved, OWN, OWN));
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static Set<String> organizations(JsonNode token) {
        Set<String> codes = new TreeSet<>();
        token.path("organization").fieldNames().forEachRemaining(codes::add);
        return codes;
    }
}

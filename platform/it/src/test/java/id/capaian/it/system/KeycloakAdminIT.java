package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.capaian.keycloak.admin.Account;
import id.capaian.keycloak.admin.Accounts;
import id.capaian.keycloak.admin.FirstPassword;
import id.capaian.keycloak.admin.KeycloakRefused;
import id.capaian.keycloak.admin.NewAccount;
import id.capaian.keycloak.admin.Organization;
import id.capaian.keycloak.admin.Organizations;
import id.capaian.keycloak.admin.PreparedPassword;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the admin module asks of Keycloak, asked of a real one; whether it worked is seen by signing in. */
class KeycloakAdminIT {

    /** An organization of Keycloak alone: no tenant of the server has this code. */
    private static final String ALIAS = "ujiadmin";

    private final RunningSystem system;
    private final Accounts accounts;
    private final Organizations organizations;

    KeycloakAdminIT() throws IOException, InterruptedException {
        system = RunningSystem.shared();
        var keycloak = new KeycloakAccess(system).admin();
        accounts = keycloak.accounts();
        organizations = keycloak.organizations();
    }

    @Test
    void anOrganizationIsMadeOnceAndKeptUpToDate() {
        Organization made = organizations.ensure(ALIAS, "Kota Uji Admin", Map.of("zone", List.of("WIB")));
        Organization renamed = organizations.ensure(ALIAS, "Kota Uji Admin Baru", Map.of());
        assertEquals(made.id(), renamed.id());
        Organization found = organizations.find(ALIAS).orElseThrow();
        assertEquals("Kota Uji Admin Baru", found.name());
        assertEquals(List.of("WIB"), found.attributes().get("zone"), "what was not named stays");
        organizations.ensure(ALIAS, "Kota Uji Admin", Map.of());
        assertTrue(organizations.find("tidakada").isEmpty());
    }

    @Test
    void aMemberGetsATokenOfTheOrganizationUntilItIsNone() throws IOException {
        Account account = fresh("uji.anggota", FirstPassword.lasting(RunningSystem.PASSWORD));
        Organization organization = organizations.ensure(ALIAS, "Kota Uji Admin", Map.of());
        organizations.removeMember(organization.id(), account.id());
        assertFalse(opens(account));

        organizations.addMember(organization.id(), account.id());
        organizations.addMember(organization.id(), account.id());
        assertTrue(organizations.isMember(organization.id(), account.id()));
        assertTrue(opens(account));

        organizations.setEnabled(ALIAS, false);
        assertFalse(opens(account), "nobody of a suspended government gets in");
        organizations.setEnabled(ALIAS, true);
        assertTrue(opens(account));

        organizations.removeMember(organization.id(), account.id());
        assertFalse(organizations.isMember(organization.id(), account.id()));
        assertFalse(opens(account));
    }

    @Test
    void anAccountIsMadeOnceAndItsPasswordIsItsOwners() {
        Account account = fresh("uji.sandi", PreparedPassword.of(RunningSystem.PASSWORD));
        assertEquals(account, fresh(account.username(), FirstPassword.lasting("Lain-2026-x")));
        assertEquals(200, signIn(account).status(), "the prepared password is good, the second one was not set");

        accounts.resetPassword(account.id(), new FirstPassword.Plain("Sementara-2026", true));
        assertEquals(400, signIn(account).status());
        accounts.resetPassword(account.id(), new FirstPassword.Plain(RunningSystem.PASSWORD, false));
    }

    @Test
    void aDisabledAccountDoesNotSignIn() {
        Account account = fresh("uji.nonaktif", FirstPassword.lasting(RunningSystem.PASSWORD));
        accounts.setEnabled(account.id(), false);
        assertEquals(400, signIn(account).status());
        assertFalse(accounts.find(account.username()).orElseThrow().enabled());
        accounts.setEnabled(account.id(), true);
        assertEquals(200, signIn(account).status());
    }

    @Test
    void aRealmRoleOpensTheNationsPages() throws IOException {
        Account account = fresh("uji.analis", FirstPassword.lasting(RunningSystem.PASSWORD));
        accounts.assignRealmRole(account.id(), "national_analyst");
        accounts.assignRealmRole(account.id(), "national_analyst");
        assertEquals(200, Api.as(system, account.username(), null).get("/api/national/summary").status());
        assertTrue(accounts.hasRealmRole(account.id()));
        assertFalse(accounts.hasRealmRole(fresh("uji.biasa", null).id()));
        assertEquals(404, assertThrows(KeycloakRefused.class,
                () -> accounts.assignRealmRole(account.id(), "tidak-ada")).status());
    }

    @Test
    void whatEndsIsDeletedWithItsMembershipsAndNothingElse() {
        Account account = fresh("uji.hapus", FirstPassword.lasting(RunningSystem.PASSWORD));
        Account other = fresh("uji.tinggal", FirstPassword.lasting(RunningSystem.PASSWORD));
        Organization organization = organizations.ensure("ujihapus", "Kota Uji Hapus", Map.of());
        organizations.addMember(organization.id(), account.id());
        organizations.addMember(organization.id(), other.id());
        assertEquals(Set.of(account.id(), other.id()), Set.copyOf(organizations.members(organization.id())));

        accounts.delete(account.id());
        accounts.delete(account.id());
        assertTrue(accounts.find(account.username()).isEmpty());
        assertEquals(List.of(other.id()), organizations.members(organization.id()));
        organizations.delete(organization.id());
        organizations.delete(organization.id());
        assertTrue(organizations.find("ujihapus").isEmpty());
        assertEquals(Set.of(), organizations.idsOf(other.id()));
        assertEquals(200, signIn(other).status());
    }

    private Account fresh(String username, FirstPassword password) {
        return accounts.ensure(NewAccount.of(username, "Uji Admin", password));
    }

    private Api.Answer signIn(Account account) {
        return Api.signIn(system, account.username(), null);
    }

    /** Whether the account gets a token that names the organization. */
    private boolean opens(Account account) throws IOException {
        Api.Answer answer = Api.signIn(system, account.username(), ALIAS);
        if (answer.status() != 200) {
            assertEquals(400, answer.status(), answer.raw().body());
            return false;
        }
        String claims = answer.body().get("access_token").asText().split("\\.")[1];
        JsonNode token = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(claims));
        return token.path("organization").has(ALIAS);
    }
}

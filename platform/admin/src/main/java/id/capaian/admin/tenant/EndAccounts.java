package id.capaian.admin.tenant;

import id.capaian.admin.database.Database;
import id.capaian.admin.database.Sql;
import id.capaian.keycloak.admin.Account;
import id.capaian.keycloak.admin.KeycloakAdmin;
import id.capaian.keycloak.admin.Organization;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is left of a tenant in Keycloak: its organization, and accounts that belong to no other tenant. */
final class EndAccounts {

    private final Database database;
    private final KeycloakAdmin keycloak;

    /** @param keycloak null when it is not configured: nothing is found and nothing done */
    EndAccounts(Database database, KeycloakAdmin keycloak) {
        this.database = database;
        this.keycloak = keycloak;
    }

    /**
     * Accounts to delete: members of this organization alone, and those a killed run made for the tenant and could not
     * make members any more. Who has a role in the realm (an operator) stays.
     */
    Set<String> exclusive(Connection reader, String code) throws SQLException {
        Set<String> ids = new LinkedHashSet<>();
        if (keycloak == null) {
            return ids;
        }
        Optional<Organization> organization = organization(code);
        if (organization.isPresent()) {
            Set<String> only = Set.of(organization.get().id());
            keycloak.organizations().members(organization.get().id()).stream()
                    .filter(id -> keycloak.organizations().idsOf(id).equals(only)).forEach(ids::add);
        }
        for (String username : namedByTenant(reader, code)) {
            keycloak.accounts().find(username).map(Account::id)
                    .filter(id -> keycloak.organizations().idsOf(id).isEmpty()).ifPresent(ids::add);
        }
        ids.removeIf(keycloak.accounts()::hasRealmRole);
        return ids;
    }

    private static List<String> namedByTenant(Connection reader, String code) throws SQLException {
        return Sql.rows(reader, """
                select username from registry.account_request where tenant = ? and username is not null
                union
                select wanted -> 'firstAdmin' ->> 'username' from registry.tenant_order
                 where tenant = ? and wanted -> 'firstAdmin' ->> 'username' is not null""",
                row -> row.getString(1), code, code);
    }

    /** Deletes them one by one; their ended sessions need not be remembered then. */
    void delete(Set<String> accounts) {
        for (String id : accounts) {
            database.transaction(connection ->
                    Sql.update(connection, "delete from registry.ended_session where subject = ?", id));
            keycloak.accounts().delete(id);
        }
    }

    Optional<Organization> organization(String code) {
        return keycloak == null ? Optional.empty() : keycloak.organizations().find(code);
    }

    /** Its own identity provider first: Keycloak would keep it without owner. */
    void deleteOrganization(String code) {
        organization(code).ifPresent(organization -> {
            keycloak.identityProviders().remove(code);
            keycloak.organizations().delete(organization.id());
        });
    }
}

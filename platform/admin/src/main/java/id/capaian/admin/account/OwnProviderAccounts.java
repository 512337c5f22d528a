package id.capaian.admin.account;

import id.capaian.admin.database.Database;
import id.capaian.admin.database.Sql;
import id.capaian.keycloak.admin.KeycloakAdmin;
import id.capaian.keycloak.admin.KeycloakRefused;
import id.capaian.keycloak.admin.KeycloakUnavailable;
import id.capaian.keycloak.admin.Newcomer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gives the accounts of a tenant's people to its own identity provider, where it has one: those with a NIP or NI PPPK
 * that were made at its wish, never an office account, an operator or an account of another government.
 */
public final class OwnProviderAccounts {

    private static final String NUMBER = "[0-9]{18}";

    private final Database database;
    private final KeycloakAdmin keycloak;
    private final Consumer<String> say;

    /** @param say takes what could not be done, a line each */
    public OwnProviderAccounts(Database database, KeycloakAdmin keycloak, Consumer<String> say) {
        this.database = database;
        this.keycloak = keycloak;
        this.say = say;
    }

    /** Links whom it does not speak for yet; what cannot be done now is said and left to the next run. */
    public void link(String tenant) {
        List<String> subjects = database.transaction(connection -> Sql.rows(connection, """
                select r.subject from registry.account_request r
                  join registry.identity_provider p on p.tenant = r.tenant
                 where r.tenant = ? and r.made_at is not null and r.linked_at is null order by r.employee_id""",
                row -> row.getString(1), tenant));
        try {
            subjects.forEach(subject -> link(tenant, subject));
        } catch (KeycloakRefused | KeycloakUnavailable e) {
            say.accept(tenant + ": NOT DONE, run again: " + e.getMessage());
        }
    }

    private void link(String tenant, String subject) {
        Optional<Newcomer> owner = keycloak.accounts().newcomer(subject);
        if (owner.isPresent() && owner.get().username().matches(NUMBER)) {
            keycloak.identityProviders().link(tenant, subject, owner.get().username());
        }
        database.transaction(connection -> Sql.update(connection, "update registry.account_request"
                + " set linked_at = clock_timestamp() where tenant = ? and subject = ?", tenant, subject));
    }
}

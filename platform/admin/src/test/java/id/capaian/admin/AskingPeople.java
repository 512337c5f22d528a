package id.capaian.admin;

import id.capaian.admin.database.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** People of tenants who wait for accounts, and the admin module with a Keycloak to make them in. */
final class AskingPeople {

    private final TwoTenants two;

    AskingPeople(TwoTenants two) {
        this.two = two;
    }

    /** Makes accounts in that Keycloak. */
    Admin admin(KeycloakDouble keycloak, Consumer<String> say) {
        AdminConfig database = two.config();
        return new Admin(new AdminConfig(database.databaseUrl(), database.ownerPassword(), database.appPassword(),
                keycloak.door(), null), say);
    }

    /** Takes everybody out of both tenants, with what was asked for and told. */
    void nobody() throws SQLException {
        two.owner("set app.actor = 'test'", "delete from registry.account_request", "delete from registry.outbox",
                "update registry.tenant set organization_id = null");
        for (String schema : List.of("t_samarinda", "t_tubei")) {
            two.as(schema, connection -> {
                Sql.run(connection, "delete from " + schema + ".role_grant", "delete from " + schema + ".account",
                        "delete from " + schema + ".employee");
                return null;
            });
        }
    }

    /** Somebody new who asks for an account under the number; {@code email} may be null. */
    UUID asks(String schema, String number, String email) throws SQLException {
        UUID id = add(schema, number);
        ask(schema, id, number, email);
        return id;
    }

    /** Somebody new who asks for nothing. */
    UUID add(String schema, String number) throws SQLException {
        UUID id = UUID.randomUUID();
        two.as(schema, connection -> Sql.update(connection, "insert into " + schema + ".employee (employee_id,"
                + " number_kind, civil_number, full_name, employment, birth_date, sex, legal_status, version)"
                + " values (?, 'NIP', ?, 'Siti', 'PNS', '1986-09-26', 'FEMALE', '01', 1)", id, number));
        return id;
    }

    void ask(String schema, UUID employee, String username, String email) throws SQLException {
        two.as(schema, connection -> Sql.text(connection, "select registry.ask_account(?, ?, 'Siti', ?)::text",
                employee, username, email));
    }
}

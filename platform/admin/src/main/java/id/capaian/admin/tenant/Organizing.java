package id.capaian.admin.tenant;

import id.capaian.admin.AdminException;
import id.capaian.admin.account.FirstPasswords;
import id.capaian.admin.account.Outbox;
import id.capaian.admin.account.TenantAccounts;
import id.capaian.admin.database.Acting;
import id.capaian.admin.database.Sql;
import id.capaian.keycloak.admin.KeycloakAdmin;
import id.capaian.keycloak.admin.KeycloakRefused;
import id.capaian.keycloak.admin.KeycloakUnavailable;
import id.capaian.keycloak.admin.Organization;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The steps that need Keycloak. A tenant without organization works but nobody can sign in, so trouble with Keycloak is
 * reported, makes the outcome incomplete and does not fail the tenant: the next run tries again.
 */
public final class Organizing {

    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

    private final KeycloakAdmin keycloak;
    private final TenantAccounts accounts;
    private final FirstPasswords passwords;
    private final OwnProviderStep ownProvider;
    private final Consumer<String> say;
    private final Map<String, RuntimeException> undone = new ConcurrentHashMap<>();

    /**
     * @param keycloak null when it is not configured: nothing is done
     * @param secrets  folder with the secrets of governments' own identity providers, or null when there is none
     */
    public Organizing(KeycloakAdmin keycloak, FirstPasswords passwords, Path secrets, Consumer<String> say) {
        this.keycloak = keycloak;
        this.accounts = new TenantAccounts(keycloak, passwords);
        this.passwords = passwords;
        this.ownProvider = new OwnProviderStep(keycloak, secrets);
        this.say = say;
    }

    Step organization() {
        return new Guarded(new OrganizationStep());
    }

    Step firstAdmin() {
        return new Guarded(new FirstAdminStep());
    }

    /** Whether Keycloak did not do its part for this tenant. */
    boolean undone(String tenant) {
        return undone.containsKey(tenant);
    }

    /** Ends the run when Keycloak did not do its part. */
    void requireDone(String tenant) {
        if (undone(tenant)) {
            throw new AdminException(undone.get(tenant).getMessage(), undone.get(tenant));
        }
    }

    /** Says what Keycloak did not do, and goes on. */
    private final class Guarded implements Step {

        private final Step step;

        Guarded(Step step) {
            this.step = step;
        }

        @Override
        public StepName name() {
            return step.name();
        }

        @Override
        public List<String> missing(Connection connection, TenantConfig tenant) throws SQLException {
            if (keycloak == null) {
                return List.of();
            }
            try {
                return step.missing(connection, tenant);
            } catch (KeycloakUnavailable | KeycloakRefused e) {
                report(tenant, e);
                return List.of();
            }
        }

        @Override
        public void act(Connection connection, TenantConfig tenant) throws SQLException {
            try {
                step.act(connection, tenant);
            } catch (KeycloakUnavailable | KeycloakRefused | TenantAccounts.Foreign e) {
                report(tenant, e);
            }
        }

        private void report(TenantConfig tenant, RuntimeException e) {
            undone.put(tenant.code(), e);
            say.accept(tenant.code() + ": NOT DONE, run again: " + e.getMessage());
        }
    }

    private final class OrganizationStep implements Step {

        @Override
        public StepName name() {
            return StepName.ORGANIZATION;
        }

        @Override
        public List<String> missing(Connection connection, TenantConfig tenant) throws SQLException {
            Optional<Organization> organization = keycloak.organizations().find(tenant.code());
            boolean so = organization.isPresent() && organization.get().name().equals(tenant.name())
                    && organization.get().enabled() == active(tenant)
                    && organization.get().id().equals(knownId(connection, tenant));
            List<String> lines = new ArrayList<>();
            if (!so) {
                lines.add("make or mend organization " + tenant.code());
            }
            lines.addAll(ownProvider.missing(connection, tenant));
            return lines;
        }

        @Override
        public void act(Connection connection, TenantConfig tenant) throws SQLException {
            Organization organization = keycloak.organizations().ensure(tenant.code(), tenant.name(), Map.of());
            keycloak.organizations().setEnabled(tenant.code(), active(tenant));
            Sql.update(connection, "update registry.tenant set organization_id = ? where code = ?",
                    organization.id(), tenant.code());
            ownProvider.act(connection, tenant, organization.id());
        }
    }

    /** While a tenant has a regional admin, it grants further roles itself; one that lost its last gets a first again. */
    private final class FirstAdminStep implements Step {

        @Override
        public StepName name() {
            return StepName.FIRST_ADMIN;
        }

        @Override
        public List<String> missing(Connection connection, TenantConfig tenant) throws SQLException {
            String grants = tenant.schema() + ".role_grant";
            boolean done = tenant.firstAdmin() == null
                    || Sql.holds(connection, "select pg_catalog.to_regclass(?) is not null", grants)
                    && Sql.holds(connection, "select true from " + grants + " where role = 'REGION_HR_ADMIN'"
                            + " and valid_from <= current_date and coalesce(valid_to, 'infinity') >= current_date"
                            + " limit 1");
            return done ? List.of() : List.of("make the first regional admin");
        }

        @Override
        public void act(Connection connection, TenantConfig tenant) throws SQLException {
            Optional<String> organization = Optional.ofNullable(knownId(connection, tenant));
            if (organization.isEmpty()) {
                throw new KeycloakUnavailable("first admin: there is no organization yet", null);
            }
            TenantConfig.FirstAdmin admin = tenant.firstAdmin();
            String subject = accounts.of(organization.get(),
                    new TenantAccounts.Holder(admin.username(), admin.name(), admin.email())).id();
            Acting.asAdmin(connection);
            Sql.update(connection, "insert into " + tenant.schema() + ".account (subject, linked_at)"
                    + " values (?, clock_timestamp()) on conflict (subject) do nothing", subject);
            Sql.update(connection, "insert into " + tenant.schema() + """
                    .role_grant (role_grant_id, role, subject, granted_by, granted_at, valid_from, version)
                    values (uuidv7(), 'REGION_HR_ADMIN', ?, 'admin', clock_timestamp(), ?, 1)""", subject, BEGINNING);
            if (passwords.invites(admin.email())) {
                Outbox.invite(connection, tenant.code(), subject, null, admin.email());
            }
        }
    }

    private static boolean active(TenantConfig tenant) {
        return tenant.state() == TenantConfig.State.ACTIVE;
    }

    private static String knownId(Connection connection, TenantConfig tenant) throws SQLException {
        return Sql.text(connection, "select organization_id from registry.tenant where code = ?", tenant.code())
                .orElse(null);
    }
}

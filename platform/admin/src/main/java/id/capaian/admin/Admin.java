package id.capaian.admin;

import id.capaian.admin.account.FirstPasswords;
import id.capaian.admin.account.Invitations;
import id.capaian.admin.account.MakeAccounts;
import id.capaian.admin.account.OwnProviderAccounts;
import id.capaian.admin.config.PlatformFile;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.database.Database;
import id.capaian.admin.database.Migrations;
import id.capaian.admin.database.Sql;
import id.capaian.admin.database.Thresholds;
import id.capaian.admin.doctor.Doctor;
import id.capaian.admin.pack.Packs;
import id.capaian.admin.pack.TrustedKeys;
import id.capaian.admin.tenant.ApplyTenants;
import id.capaian.admin.tenant.Organizing;
import id.capaian.admin.tenant.Outcome;
import id.capaian.admin.tenant.StepWatch;
import id.capaian.admin.tenant.SwitchTenant;
import id.capaian.admin.tenant.TenantConfig;
import id.capaian.keycloak.admin.KeycloakAdmin;
import java.util.List;
import java.util.UUID;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Everything the command line can do, for programs: tests make their tenants with it.
 *
 * <pre>{@code
 * Admin admin = new Admin(AdminConfig.database(db.url("capaian"), db.password("p_owner"), db.password("p_app")));
 * admin.migrate();
 * admin.applyTenant(Files.readString(Path.of("tenants-config/tenants/samarinda.yaml")));
 * }</pre>
 */
public final class Admin {

    private static final String KEYCLOAK_CLIENT = "capaian-admin";

    private final AdminConfig config;
    private final Consumer<String> say;
    private final StepWatch watch;
    private final Database database;
    private final Migrations migrations;

    /** One that says nothing. */
    public Admin(AdminConfig config) {
        this(config, line -> { });
    }

    /** @param say takes what is planned and done, one line at a time, from several threads */
    public Admin(AdminConfig config, Consumer<String> say) {
        this(config, say, StepWatch.NONE);
    }

    /** @param watch sees the steps of {@link #applyTenants} */
    Admin(AdminConfig config, Consumer<String> say, StepWatch watch) {
        this.config = config;
        this.say = say;
        this.watch = watch;
        this.database = new Database(config);
        this.migrations = new Migrations(database);
    }

    /**
     * Brings what all tenants share up to date: roles, {@code ref}, {@code registry}, {@code national}, thresholds.
     *
     * @return how many migrations ran
     */
    public int migrate() {
        int ran = migrations.migrateGlobal();
        Map<String, Integer> thresholds = thresholds();
        database.transaction(connection -> {
            Thresholds.apply(connection, thresholds);
            return null;
        });
        return ran;
    }

    /** What {@link #migrate()} would do, one line each; empty when nothing is to do. */
    public List<String> planMigration() {
        List<String> lines = migrations.plan();
        lines.addAll(database.transaction(connection -> Thresholds.missing(connection, thresholds())));
        return lines;
    }

    /**
     * Takes one tenant from the text of its file to service, without passwords for new accounts.
     *
     * @throws AdminException when it failed
     */
    public Outcome applyTenant(String yaml) {
        TenantConfig tenant = TenantFiles.parse("tenant", yaml);
        Outcome outcome = applyTenants(List.of(tenant), FirstPasswords.none(), false).get(0);
        if (outcome.result() == Outcome.Result.FAILED) {
            throw new AdminException(tenant.code() + ": " + outcome.failure());
        }
        return outcome;
    }

    /**
     * Takes tenants from their files to service, see {@link ApplyTenants}, and tells whoever has an account and waits
     * to be told.
     *
     * @param passwords first passwords of new accounts
     */
    public List<Outcome> applyTenants(List<TenantConfig> tenants, FirstPasswords passwords, boolean dryRun) {
        if (config.keycloak() == null) {
            say.accept("Keycloak is not configured: organizations and first admins are skipped.");
        }
        Organizing organizing = new Organizing(keycloak(), passwords, config.idpSecrets(), say);
        List<Outcome> outcomes =
                new ApplyTenants(database, migrations, organizing, say, watch).apply(tenants, dryRun);
        if (!dryRun && config.keycloak() != null) {
            Invitations invitations = new Invitations(database, keycloak(), passwords);
            OwnProviderAccounts linking = new OwnProviderAccounts(database, keycloak(), say);
            for (TenantConfig tenant : tenants) {
                linking.link(tenant.code());
                report(tenant.code(), invitations.deliver(tenant.code()));
            }
        }
        return outcomes;
    }

    private void report(String tenant, Invitations.Told told) {
        if (!told.equals(Invitations.Told.NOBODY)) {
            say.accept(tenant + ": told of accounts: by mail: " + told.mailed() + ", by letter: " + told.printed()
                    + ", to be tried again: " + told.again() + ", failed: " + told.failed());
        }
    }

    /**
     * Proves one tenant's walls.
     *
     * @return findings, one line each; empty when they stand
     */
    public List<String> examine(String tenant) {
        return new Doctor(database).examine(tenant);
    }

    /** Suspends or resumes one tenant at once; see {@link SwitchTenant}. */
    public void switchTenant(String tenant, TenantConfig.State state) {
        new SwitchTenant(database, keycloak()).to(state, tenant);
    }

    /**
     * Makes the accounts a tenant has asked for; see {@link MakeAccounts}.
     *
     * @param passwords first passwords of new accounts
     */
    public MakeAccounts.Result makeAccounts(String tenant, FirstPasswords passwords) {
        MakeAccounts.Result result = accounts(passwords).make(tenant);
        new OwnProviderAccounts(database, keycloak(), say).link(tenant);
        return reported(tenant, result);
    }

    /** Gives one person the account another government had made; see {@link MakeAccounts#adopt}. */
    public MakeAccounts.Result adoptAccount(String tenant, UUID employee, FirstPasswords passwords) {
        return reported(tenant, accounts(passwords).adopt(tenant, employee));
    }

    private MakeAccounts.Result reported(String tenant, MakeAccounts.Result result) {
        report(tenant, result.told());
        return result;
    }

    private MakeAccounts accounts(FirstPasswords passwords) {
        if (config.keycloak() == null) {
            throw new AdminException("Accounts are made in Keycloak: set CAPAIAN_KEYCLOAK_URL and"
                    + " CAPAIAN_KEYCLOAK_ADMIN_SECRET.");
        }
        return new MakeAccounts(database, keycloak(), passwords);
    }

    /** Packs of this platform; see {@link Packs}. */
    public Packs packs() {
        return new Packs(database);
    }

    /** Whose packs this platform takes; see {@link TrustedKeys}. */
    public TrustedKeys trustedKeys() {
        return new TrustedKeys(database);
    }

    /** The tenants the registry knows, in the order of codes. */
    public List<String> knownTenants() {
        return database.transaction(connection -> Sql.rows(connection,
                "select code from registry.tenant order by code", row -> row.getString(1)));
    }

    private KeycloakAdmin keycloak() {
        AdminConfig.Keycloak door = config.keycloak();
        return door == null ? null : new KeycloakAdmin(door.url(), door.realm(), KEYCLOAK_CLIENT, door.secret());
    }

    private Map<String, Integer> thresholds() {
        return config.configDir() == null ? Map.of() : PlatformFile.thresholds(config.configDir());
    }
}

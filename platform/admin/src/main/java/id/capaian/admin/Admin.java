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
import id.capaian.admin.database.TenantLock;
import id.capaian.admin.doctor.Doctor;
import id.capaian.admin.export.ExportTenant;
import id.capaian.admin.order.OrderWork;
import id.capaian.admin.order.OrderedTenants;
import id.capaian.admin.order.Reconciler;
import id.capaian.admin.pack.Packs;
import id.capaian.admin.pack.TrustedKeys;
import id.capaian.admin.tenant.ApplyTenants;
import id.capaian.admin.tenant.EndTenant;
import id.capaian.admin.tenant.Organizing;
import id.capaian.admin.tenant.Outcome;
import id.capaian.admin.tenant.StepReport;
import id.capaian.admin.tenant.StepWatch;
import id.capaian.admin.tenant.SwitchTenant;
import id.capaian.admin.tenant.TenantConfig;
import id.capaian.keycloak.admin.KeycloakAdmin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
        sayWhatIsSkipped();
        List<Outcome> outcomes = applying(passwords).apply(tenants, dryRun);
        if (!dryRun) {
            tell(tenants, passwords);
        }
        return outcomes;
    }

    /**
     * Takes all tenants to service, one of them first; see {@link ApplyTenants#applyAfterCanary}. Files of tenants that
     * were dropped are passed over and named.
     *
     * @param files tenants of the files; those that were opened by order are added
     * @param canary code of the first, or null; not looked at in a dry run
     */
    public List<Outcome> applyAllTenants(List<TenantConfig> files, String canary, FirstPasswords passwords,
            boolean dryRun) {
        Set<String> dropped = droppedTenants();
        List<TenantConfig> all = withOrdered(files);
        List<TenantConfig> alive = all.stream().filter(tenant -> !dropped.contains(tenant.code())).toList();
        Iterator<Outcome> outcomes = (dryRun ? applyTenants(alive, passwords, true)
                : applyAfterCanary(alive, canary, passwords)).iterator();
        return all.stream().map(tenant -> dropped.contains(tenant.code()) ? passedOver(tenant) : outcomes.next())
                .toList();
    }

    private void sayWhatIsSkipped() {
        if (config.keycloak() == null) {
            say.accept("Keycloak is not configured: organizations and first admins are skipped.");
        }
    }

    private List<Outcome> applyAfterCanary(List<TenantConfig> tenants, String canary, FirstPasswords passwords) {
        sayWhatIsSkipped();
        List<Outcome> outcomes = applying(passwords).applyAfterCanary(tenants, canary);
        tell(tenants, passwords);
        return outcomes;
    }

    private Outcome passedOver(TenantConfig tenant) {
        say.accept(tenant.code() + ": was dropped, or is being taken away, and its code is never used again: delete"
                + " tenants-config/tenants/" + tenant.code() + ".yaml. Nothing is done for it.");
        return new Outcome(tenant.code(), Outcome.Result.DROPPED, 0, null);
    }

    private Set<String> droppedTenants() {
        return database.transaction(connection -> {
            if (!Sql.holds(connection, "select pg_catalog.to_regclass('registry.tenant') is not null")) {
                return Set.of();
            }
            return Set.copyOf(Sql.rows(connection, "select code from registry.tenant where desired_state = 'DROPPED'",
                    row -> row.getString(1)));
        });
    }

    /** Tenants of the files and those operators have opened on a page, which are in no file. */
    private List<TenantConfig> withOrdered(List<TenantConfig> files) {
        List<TenantConfig> all = new ArrayList<>(files);
        Set<String> known = files.stream().map(TenantConfig::code).collect(Collectors.toSet());
        new OrderedTenants(database).all().stream().filter(tenant -> !known.contains(tenant.code())).forEach(all::add);
        return all;
    }

    private ApplyTenants applying(FirstPasswords passwords) {
        return new ApplyTenants(database, migrations,
                new Organizing(keycloak(), passwords, config.idpSecrets(), say), say, watch);
    }

    private void tell(List<TenantConfig> tenants, FirstPasswords passwords) {
        if (config.keycloak() == null) {
            return;
        }
        Invitations invitations = new Invitations(database, keycloak(), passwords);
        OwnProviderAccounts linking = new OwnProviderAccounts(database, keycloak(), say);
        for (TenantConfig tenant : tenants) {
            linking.link(tenant.code());
            report(tenant.code(), invitations.deliver(tenant.code()));
        }
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
     * Writes an export of a tenant; see {@link ExportTenant}.
     *
     * @return the file
     */
    public Path exportTenant(String tenant, Path folder) {
        String now = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC).format(Instant.now());
        return export(tenant, now, folder);
    }

    private Path export(String tenant, String name, Path folder) {
        return new ExportTenant(database, config.filesDir(), config.configDir()).to(folder, tenant, name);
    }

    /** Drops a suspended tenant; see {@link EndTenant#drop}. */
    public void dropTenant(String tenant) {
        locked(tenant, lock -> ending().drop(lock, tenant, StepReport.NONE));
    }

    /** Takes back a tenant that never served; see {@link EndTenant#takeBack}. */
    public void takeBackTenant(String tenant) {
        locked(tenant, lock -> ending().takeBack(lock, tenant, StepReport.NONE));
    }

    private interface Locked {
        void with(Connection lock) throws SQLException;
    }

    private void locked(String tenant, Locked work) {
        try (Connection lock = database.owner()) {
            TenantLock.take(lock, tenant);
            work.with(lock);
        } catch (SQLException e) {
            throw new AdminException("The database refused: " + e.getMessage(), e);
        }
    }

    private EndTenant ending() {
        if (config.filesDir() == null) {
            throw new AdminException("Environment variable CAPAIAN_FILES_DIR is not set: the files of a tenant"
                    + " could not be taken away.");
        }
        boolean keep = config.configDir() == null || PlatformFile.keepsClosedFigures(config.configDir());
        return new EndTenant(database, keycloak(), config.filesDir(), keep, say, watch);
    }

    /**
     * Fulfils what operators order and makes the accounts tenants ask for; see {@link Reconciler}.
     *
     * @param passwords first passwords of new accounts
     */
    public Reconciler reconciler(FirstPasswords passwords) {
        OrderWork work = new OrderWork(() -> applying(passwords), new SwitchTenant(database, keycloak()),
                this::exportOrdered, ending());
        return new Reconciler(database, work,
                config.keycloak() == null ? null : new MakeAccounts(database, keycloak(), passwords, say), say);
    }

    private String exportOrdered(String tenant, String name) {
        if (config.exportsDir() == null) {
            throw new AdminException("Environment variable CAPAIAN_EXPORTS_DIR is not set: there is no folder for"
                    + " exports. Set it and start `reconcile` anew.");
        }
        return export(tenant, name, config.exportsDir()).getFileName().toString();
    }

    /**
     * Makes the accounts a tenant has asked for; see {@link MakeAccounts}.
     *
     * @param passwords first passwords of new accounts
     */
    public MakeAccounts.Result makeAccounts(String tenant, FirstPasswords passwords) {
        return reported(tenant, accounts(passwords).make(tenant));
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
        return new MakeAccounts(database, keycloak(), passwords, say);
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
                "select code from registry.tenant where desired_state <> 'DROPPED' order by code",
                row -> row.getString(1)));
    }

    private KeycloakAdmin keycloak() {
        AdminConfig.Keycloak door = config.keycloak();
        return door == null ? null : new KeycloakAdmin(door.url(), door.realm(), KEYCLOAK_CLIENT, door.secret());
    }

    private Map<String, Integer> thresholds() {
        return config.configDir() == null ? Map.of() : PlatformFile.thresholds(config.configDir());
    }
}

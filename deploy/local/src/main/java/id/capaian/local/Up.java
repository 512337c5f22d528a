package id.capaian.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** From nothing, or from anything left behind, to a running system with demo data. */
final class Up {

    private final Settings settings;
    private final LocalSystem system;
    private final Progress progress;
    private final Counters counters = new Counters();

    Up(Settings settings, Progress progress, int compilations) {
        this.settings = settings;
        this.system = new LocalSystem(settings);
        this.progress = progress;
        counters.compilations(compilations);
    }

    void run() throws IOException {
        system.requireDisk();
        system.requirePorts();
        Database database = progress.step("PostgreSQL, " + place(settings.externalDatabase().isPresent(),
                settings.postgresPort()), system::database);
        String keycloak = progress.step("Keycloak, " + place(settings.externalKeycloak().isPresent(),
                settings.keycloakPort()) + (system.keycloakIsBuilt() ? "" : "; built once, about a minute"),
                () -> system.keycloak(counters));
        Path mail = progress.step("Mail catcher, port " + settings.mailPort(), system::mail);
        Path tenantsConfig = system.tenantsConfig();
        AdminCommand admin = system.admin(database, keycloak, tenantsConfig);
        List<DemoAccount> accounts = DemoAccount.read(tenantsConfig);
        ReconcilerProcess reconciler = system.reconciler(database, keycloak, tenantsConfig);
        reconciler.stopUnlessCurrent();
        applyDesiredState(database, admin);
        PayaraProcess server = progress.step("Server, port " + settings.serverPort(),
                () -> system.server(database, keycloak));
        loadDemoData(server.url(), keycloak, admin, accounts, tenantsConfig.resolve("demo"));
        // Last, so that accounts of the demonstration are made by the command above, which says when it fails.
        progress.step("Reconciler", reconciler::start);
        report(keycloak, mail, accounts);
    }

    private static String place(boolean external, int port) {
        return external ? "external" : "port " + port;
    }

    private void applyDesiredState(Database database, AdminCommand admin) {
        int before = database.migrations();
        progress.step("Schemas of the platform", () -> admin.run("migrate"));
        progress.step("Packs", () -> new Packs(settings.keys(), admin, database).stage(system.artifacts().packs()));
        progress.step("Tenants of tenants-config",
                () -> admin.run("tenant", "apply", "--all", "--demo-password"));
        counters.migrations(database.migrations() - before);
    }

    private void loadDemoData(String server, String keycloak, AdminCommand admin, List<DemoAccount> accounts,
            Path folder) {
        DemoData demo = new DemoData(server, keycloak, settings.demoPassword());
        Set<String> tenants = accounts.stream().map(DemoAccount::tenant).filter(tenant -> !tenant.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String tenant : tenants) {
            counters.imports(progress.step("Demo data of " + tenant,
                    () -> demo.load(folder.resolve(tenant), first(accounts, tenant))));
        }
        List<String> accountApply = new ArrayList<>(List.of("account", "apply", "--demo-password"));
        accountApply.addAll(tenants);
        progress.step("Accounts people have been given", () -> admin.run(accountApply.toArray(String[]::new)));
        DemoYear year = new DemoYear(server, keycloak, settings.demoPassword(), system.demoDay());
        for (String tenant : tenants) {
            progress.step("The year of " + tenant, () -> year.walk(folder.resolve(tenant), first(accounts, tenant)));
        }
    }

    private static DemoAccount first(List<DemoAccount> accounts, String tenant) {
        return accounts.stream().filter(account -> account.tenant().equals(tenant)).findFirst().orElseThrow();
    }

    private void report(String keycloak, Path mail, List<DemoAccount> accounts) {
        progress.say("");
        progress.say("Capaian    " + settings.baseUrl() + "/");
        progress.say("Keycloak   " + keycloak + "/");
        progress.say("mail       " + mail);
        progress.say("logs       " + settings.state().resolve("logs"));
        progress.say("");
        String row = "%-12s %-22s %-20s %s";
        progress.say(String.format(row, "tenant", "user", "password", "role"));
        for (DemoAccount account : accounts) {
            progress.say(String.format(row, account.tenant().isEmpty() ? "-" : account.tenant(), account.username(),
                    settings.demoPassword(), account.role()));
        }
        progress.say("");
        DemoDay day = system.demoDay();
        progress.say("The demonstration plays in " + day.period() + (day.period().equals(DemoDay.today().period()) ? "."
                : ", which is over; to play it today: deploy/local/down, delete " + settings.state() + ", up."));
        progress.say(counters.toString());
        progress.say("ready");
    }
}

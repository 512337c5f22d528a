package id.capaian.admin;

import id.capaian.admin.account.FirstPasswords;
import id.capaian.admin.account.Letters;
import id.capaian.admin.account.MailServer;
import id.capaian.admin.account.Mailer;
import id.capaian.admin.account.MakeAccounts;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.order.Reconciler;
import id.capaian.admin.pack.KeyFiles;
import id.capaian.admin.pack.Packs;
import id.capaian.admin.tenant.Outcome;
import id.capaian.admin.tenant.StepWatch;
import id.capaian.admin.tenant.TenantConfig;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The command line. Exit 0: all done; 1: something failed, and it was named; 2: the command was not understood. */
public final class Main {

    private static final int FAILED = 1;
    private static final int MISUNDERSTOOD = 2;
    /** What is under way has so long to end; what does not is taken up again by the next start. */
    private static final Duration FAREWELL = Duration.ofSeconds(20);
    private static final String DEMO_PASSWORD = "CAPAIAN_DEMO_PASSWORD";
    private static final String USAGE = """
            migrate [--dry-run]                        bring what all tenants share up to date
            tenant apply <code>…|--all [--canary <code>] [--dry-run] [--demo-password | --letters DIR] [--mail]
                                                       take tenants from their files to service; of all of them one
                                                       first, the others when that went well
            tenant suspend|resume <code>               close or open a tenant at once
            tenant export <code> --to DIR              everything of a tenant in one file, with a description
            tenant drop <code> --confirm <code>        take away a suspended tenant for good; export it before
            tenant take-back <code>                    take away a tenant that never served, as if it had never been
            reconcile [--once] [--demo-password | --letters DIR] [--mail]
                                                       do what operators order, make accounts and tell people of them;
                                                       until it is ended
            account apply <code>… [--demo-password | --letters DIR] [--mail]
                                                       make the accounts tenants have asked for, and tell people
            account adopt <code> <employee id> [--mail --letters DIR]
                                                       give a person the account another government had made
            plugin key-create <folder>                 make a signing key
            plugin trust <public.key>                  accept packs signed with it
            plugin expire <key id>                     accept no new ones; what is staged goes on (a key is replaced)
            plugin revoke <key id>                     accept none, those that are staged neither (a key was stolen)
            plugin sign <jar> --key <folder>           write <jar>.sig
            plugin stage <jar> [--development]         verify a pack and put it into the registry
            plugin retire <pack> <version>             let nobody enable it any more
            doctor <code>…|--all                       prove that tenants are walled off

            --mail               a random first password a person, by mail to whoever has an address
            --letters DIR        the same in letters to print, a page a person; with --mail for those without address
            --demo-password      CAPAIAN_DEMO_PASSWORD as everybody's lasting one, with --mail of those without address;
                                 for demonstrations only
            --development        a version that is being written (1.2.0-dev.3) too; where nobody is scored in earnest
            --trace              with any command: where in the program something unforeseen happened
            Environment: CAPAIAN_DB_URL, CAPAIAN_DB_OWNER_PASSWORD and, where needed, CAPAIAN_DB_APP_PASSWORD,
            CAPAIAN_KEYCLOAK_URL, CAPAIAN_KEYCLOAK_REALM, CAPAIAN_KEYCLOAK_ADMIN_SECRET, CAPAIAN_CONFIG_DIR,
            CAPAIAN_FILES_DIR, CAPAIAN_EXPORTS_DIR; for --mail and --letters CAPAIAN_BASE_URL, where people sign in; for
            --mail CAPAIAN_MAIL_HOST, CAPAIAN_MAIL_FROM and, where needed, CAPAIAN_MAIL_PORT, CAPAIAN_MAIL_USER,
            CAPAIAN_MAIL_PASSWORD, CAPAIAN_MAIL_TLS; for governments' own identity providers CAPAIAN_IDP_SECRETS_DIR.
            """;

    private final Arguments arguments;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final StepWatch watch;

    private Main(Arguments arguments, Map<String, String> environment, PrintStream out, StepWatch watch) {
        this.arguments = arguments;
        this.environment = environment;
        this.out = out;
        this.watch = watch;
    }

    public static void main(String[] args) {
        System.exit(run(args, System.getenv(), System.out));
    }

    static int run(String[] args, Map<String, String> environment, PrintStream out) {
        return run(args, environment, out, StepWatch.NONE);
    }

    /** @param watch sees the steps of {@code tenant apply} */
    static int run(String[] args, Map<String, String> environment, PrintStream out, StepWatch watch) {
        if (args.length == 0) {
            out.print(USAGE);
            return MISUNDERSTOOD;
        }
        try {
            return new Main(new Arguments(args), environment, out, watch).command();
        } catch (Arguments.Misunderstood e) {
            out.println(e.getMessage());
            return MISUNDERSTOOD;
        } catch (RuntimeException e) {
            out.println(Failure.told(e));
            return FAILED;
        }
    }

    private int command() {
        if (arguments.has(Arguments.TRACE)) {
            Failure.trace();
        }
        return switch (arguments.command()) {
            case MIGRATE -> migrate();
            case TENANT_APPLY -> tenantApply();
            case TENANT_SUSPEND -> switchTo(TenantConfig.State.SUSPENDED);
            case TENANT_RESUME -> switchTo(TenantConfig.State.ACTIVE);
            case TENANT_EXPORT -> export();
            case TENANT_DROP -> drop();
            case TENANT_TAKE_BACK -> takeBack();
            case RECONCILE -> reconcile();
            case ACCOUNT_APPLY -> accountApply();
            case ACCOUNT_ADOPT -> accountAdopt();
            case DOCTOR -> doctor();
            default -> plugin();
        };
    }

    private int migrate() {
        Admin admin = admin();
        List<String> plan = admin.planMigration();
        plan.forEach(line -> out.println((arguments.has("--dry-run") ? "would " : "") + line));
        out.println("migrations: " + (arguments.has("--dry-run") ? 0 : admin.migrate()));
        return 0;
    }

    private int tenantApply() {
        TenantFiles files = new TenantFiles(config().configDir());
        List<String> codes = arguments.subjects();
        boolean dryRun = arguments.has("--dry-run");
        String canary = arguments.value("--canary");
        if (canary != null && (dryRun || !codes.isEmpty())) {
            throw new Arguments.Misunderstood("--canary is for --all without --dry-run.");
        }
        Admin admin = admin();
        List<Outcome> outcomes = codes.isEmpty() ? admin.applyAllTenants(files.all(), canary, passwords(), dryRun)
                : admin.applyTenants(codes.stream().map(files::one).toList(), passwords(), dryRun);
        outcomes.forEach(outcome -> out.println(outcome.code() + ": "
                + (dryRun && outcome.result() == Outcome.Result.CHANGED ? "would change"
                        : outcome.result().name().toLowerCase(Locale.ROOT))));
        out.println("migrations: " + outcomes.stream().mapToInt(Outcome::migrations).sum());
        return outcomes.stream().allMatch(outcome -> outcome.result().isComplete()) ? 0 : FAILED;
    }

    private int switchTo(TenantConfig.State state) {
        String code = arguments.subject(0);
        admin().switchTenant(code, state);
        out.println(code + ": " + state.name().toLowerCase(Locale.ROOT) + ". Write `state: "
                + state.name().toLowerCase(Locale.ROOT) + "` into its file too, or the next apply undoes this.");
        return 0;
    }

    private int export() {
        if (arguments.value("--to") == null) {
            throw new Arguments.Misunderstood("`tenant export` needs --to <folder>.");
        }
        String code = arguments.subject(0);
        out.println(code + ": exported to " + admin().exportTenant(code, Path.of(arguments.value("--to"))));
        return 0;
    }

    private int drop() {
        String code = arguments.subject(0);
        if (!code.equals(arguments.value("--confirm"))) {
            throw new Arguments.Misunderstood("`tenant drop` cannot be undone: type the code once more, as --confirm "
                    + code + "; nothing was done.");
        }
        admin().dropTenant(code);
        out.println(code + ": dropped. Delete its file from tenants-config/tenants, if there is one.");
        return 0;
    }

    private int takeBack() {
        String code = arguments.subject(0);
        admin().takeBackTenant(code);
        out.println(code + ": taken back");
        return 0;
    }

    private int reconcile() {
        Reconciler reconciler = admin().reconciler(passwords());
        if (arguments.has("--once")) {
            return reconciler.once() == 0 ? 0 : FAILED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> reconciler.end(FAREWELL)));
        say("waiting for orders");
        reconciler.run();
        return 0;
    }

    private int accountApply() {
        int problems = 0;
        for (String code : arguments.subjects()) {
            MakeAccounts.Result result = admin().makeAccounts(code, passwords());
            out.println(code + ": accounts made: " + result.made() + ", problems: " + result.problems());
            problems += result.problems() + result.told().problems();
        }
        return problems == 0 ? 0 : FAILED;
    }

    private int accountAdopt() {
        UUID employee;
        try {
            employee = UUID.fromString(arguments.subject(1));
        } catch (IllegalArgumentException e) {
            throw new Arguments.Misunderstood("`account adopt` needs the employee's id, as account_request has it.");
        }
        MakeAccounts.Result result = admin().adoptAccount(arguments.subject(0), employee, passwords());
        out.println(arguments.subject(0) + ": accounts adopted: " + result.made() + ", problems: " + result.problems());
        return result.problems() + result.told().problems() == 0 ? 0 : FAILED;
    }

    private int plugin() {
        String subject = arguments.subject(0);
        Path path = Path.of(subject);
        switch (arguments.command()) {
            case PLUGIN_KEY_CREATE -> out.println("made key " + KeyFiles.create(path)
                    + "; servers accept its packs after `plugin trust " + path.resolve(KeyFiles.PUBLIC) + "`");
            case PLUGIN_TRUST -> trust(path);
            case PLUGIN_EXPIRE -> out.println(subject + (admin().trustedKeys().expire(subject)
                    ? ": expired; packs staged before go on" : ": expired already"));
            case PLUGIN_REVOKE -> {
                admin().trustedKeys().revoke(subject);
                out.println(subject + ": revoked");
            }
            case PLUGIN_SIGN -> sign(path);
            case PLUGIN_STAGE -> out.println(stage(path));
            case PLUGIN_RETIRE -> out.println(admin().packs().retire(subject, arguments.subject(1)));
            default -> throw new IllegalStateException("no such command: " + arguments.command());
        }
        return 0;
    }

    private void sign(Path jar) {
        if (arguments.value("--key") == null) {
            throw new Arguments.Misunderstood("`plugin sign` needs --key <folder>.");
        }
        Packs.sign(jar, Path.of(arguments.value("--key")));
        out.println(jar.getFileName() + ": signed");
    }

    private String stage(Path jar) {
        Packs packs = admin().packs();
        return arguments.has(Arguments.DEVELOPMENT) ? packs.stageDevelopment(jar) : packs.stage(jar);
    }

    private void trust(Path file) {
        KeyFiles.Verifying key = KeyFiles.verifying(file);
        out.println(key.keyId() + (admin().trustedKeys().trust(key) ? ": trusted" : ": trusted already"));
    }

    private int doctor() {
        Admin admin = admin();
        List<String> codes = arguments.has("--all") ? admin.knownTenants() : arguments.subjects();
        int findings = 0;
        for (String code : codes) {
            List<String> found = admin.examine(code);
            out.println(code + ": " + (found.isEmpty() ? "ok" : "NOT WALLED OFF"));
            found.forEach(line -> out.println("  " + line));
            findings += found.size();
        }
        return findings == 0 ? 0 : FAILED;
    }

    /** Null when no mail shall be sent. */
    private Mailer mailer() {
        return arguments.has(Arguments.MAIL) ? new Mailer(MailServer.from(environment), baseUrl()) : null;
    }

    private FirstPasswords passwords() {
        String letters = arguments.value("--letters");
        if (!arguments.has("--demo-password")) {
            return FirstPasswords.told(mailer(),
                    letters == null ? null : new Letters(Path.of(letters), baseUrl()));
        }
        if (letters != null) {
            throw new Arguments.Misunderstood("--demo-password and --letters exclude each other.");
        }
        // Not an argument: every user of the machine can read the command line of a program.
        return FirstPasswords.demo(needed(DEMO_PASSWORD, "--demo-password needs it"), mailer());
    }

    private String baseUrl() {
        return needed("CAPAIAN_BASE_URL", "mails and letters say where to sign in");
    }

    private String needed(String name, String why) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new AdminException("Environment variable " + name + " is not set: " + why + ".");
        }
        return value;
    }

    private Admin admin() {
        return new Admin(config(), this::say, watch);
    }

    private synchronized void say(String line) {
        out.println(line);
    }

    private AdminConfig config() {
        return AdminConfig.from(environment);
    }
}

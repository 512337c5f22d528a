package id.capaian.admin;

import id.capaian.admin.account.FirstPasswords;
import id.capaian.admin.account.MakeAccounts;
import id.capaian.admin.config.TenantFiles;
import id.capaian.admin.pack.KeyFiles;
import id.capaian.admin.pack.Packs;
import id.capaian.admin.tenant.Outcome;
import id.capaian.admin.tenant.TenantConfig;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The command line. Exit 0: all done; 1: something failed, and it was named; 2: the command was not understood. */
public final class Main {

    private static final int FAILED = 1;
    private static final int MISUNDERSTOOD = 2;
    private static final String USAGE = """
            migrate [--dry-run]                        bring what all tenants share up to date
            tenant apply <code>…|--all [--dry-run] [--demo-password P | --letters DIR]
                                                       take tenants from their files to service
            tenant suspend|resume <code>               close or open a tenant at once
            account apply <code>… [--demo-password P | --letters DIR]
                                                       make the accounts tenants have asked for
            plugin key-create <folder>                 make a signing key
            plugin trust <public.key>                  accept packs signed with it
            plugin revoke <key id>                     accept them no more
            plugin sign <jar> --key <folder>           write <jar>.sig
            plugin stage <jar>                         verify a pack and put it into the registry
            plugin retire <pack> <version>             let nobody enable it any more
            doctor <code>…|--all                       prove that tenants are walled off

            --letters DIR        a random first password a person, each in a letter to print
            --demo-password P    one lasting password for all; for demonstrations only
            Environment: CAPAIAN_DB_URL, CAPAIAN_DB_OWNER_PASSWORD and, where needed, CAPAIAN_DB_APP_PASSWORD,
            CAPAIAN_KEYCLOAK_URL, CAPAIAN_KEYCLOAK_REALM, CAPAIAN_KEYCLOAK_ADMIN_SECRET, CAPAIAN_CONFIG_DIR.
            """;

    private final Arguments arguments;
    private final Map<String, String> environment;
    private final PrintStream out;

    private Main(Arguments arguments, Map<String, String> environment, PrintStream out) {
        this.arguments = arguments;
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] args) {
        System.exit(run(args, System.getenv(), System.out));
    }

    static int run(String[] args, Map<String, String> environment, PrintStream out) {
        try {
            return new Main(new Arguments(args), environment, out).command();
        } catch (AdminException e) {
            out.println(e.getMessage());
            return FAILED;
        }
    }

    private int command() {
        return switch ((arguments.word(0) + " " + arguments.word(1)).strip()) {
            case "migrate" -> migrate();
            case "tenant apply" -> tenantApply();
            case "tenant suspend" -> switchTo(TenantConfig.State.SUSPENDED);
            case "tenant resume" -> switchTo(TenantConfig.State.ACTIVE);
            case "account apply" -> accountApply();
            default -> switch (arguments.word(0)) {
                case "plugin" -> plugin();
                case "doctor" -> doctor();
                default -> misunderstood();
            };
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
        List<String> codes = arguments.from(2);
        if (codes.isEmpty() && !arguments.has("--all")) {
            return misunderstood();
        }
        List<TenantConfig> tenants = codes.isEmpty() ? files.all() : codes.stream().map(files::one).toList();
        List<Outcome> outcomes = admin().applyTenants(tenants, passwords(), arguments.has("--dry-run"));
        outcomes.forEach(outcome -> out.println(outcome.code() + ": "
                + outcome.result().name().toLowerCase(Locale.ROOT)));
        out.println("migrations: " + outcomes.stream().mapToInt(Outcome::migrations).sum());
        return outcomes.stream().anyMatch(outcome -> outcome.result() == Outcome.Result.FAILED) ? FAILED : 0;
    }

    private int switchTo(TenantConfig.State state) {
        String code = arguments.word(2);
        if (code.isEmpty()) {
            return misunderstood();
        }
        admin().switchTenant(code, state);
        out.println(code + ": " + state.name().toLowerCase(Locale.ROOT) + ". Write `state: "
                + state.name().toLowerCase(Locale.ROOT) + "` into its file too, or the next apply undoes this.");
        return 0;
    }

    private int accountApply() {
        List<String> codes = arguments.from(2);
        if (codes.isEmpty()) {
            return misunderstood();
        }
        int problems = 0;
        for (String code : codes) {
            MakeAccounts.Result result = admin().makeAccounts(code, passwords());
            out.println(code + ": accounts made: " + result.made() + ", problems: " + result.problems());
            problems += result.problems();
        }
        return problems == 0 ? 0 : FAILED;
    }

    private int plugin() {
        String subject = arguments.word(2);
        if (subject.isEmpty()) {
            return misunderstood();
        }
        Path path = Path.of(subject);
        switch (arguments.word(1)) {
            case "key-create" -> out.println("made key " + KeyFiles.create(path)
                    + "; servers accept its packs after `plugin trust " + path.resolve("public.key") + "`");
            case "trust" -> trust(path);
            case "revoke" -> {
                admin().trustedKeys().revoke(subject);
                out.println(subject + ": revoked");
            }
            case "sign" -> {
                if (arguments.value("--key") == null) {
                    return misunderstood();
                }
                Packs.sign(path, Path.of(arguments.value("--key")));
                out.println(path.getFileName() + ": signed");
            }
            case "stage" -> out.println(admin().packs().stage(path));
            case "retire" -> out.println(admin().packs().retire(subject, arguments.word(3)));
            default -> {
                return misunderstood();
            }
        }
        return 0;
    }

    private void trust(Path file) {
        KeyFiles.Verifying key = KeyFiles.verifying(file);
        out.println(key.keyId() + (admin().trustedKeys().trust(key) ? ": trusted" : ": trusted already"));
    }

    private int doctor() {
        Admin admin = admin();
        List<String> codes = arguments.has("--all") ? admin.knownTenants() : arguments.from(1);
        if (codes.isEmpty() && !arguments.has("--all")) {
            return misunderstood();
        }
        int findings = 0;
        for (String code : codes) {
            List<String> found = admin.examine(code);
            out.println(code + ": " + (found.isEmpty() ? "ok" : "NOT WALLED OFF"));
            found.forEach(line -> out.println("  " + line));
            findings += found.size();
        }
        return findings == 0 ? 0 : FAILED;
    }

    private int misunderstood() {
        out.print(USAGE);
        return MISUNDERSTOOD;
    }

    private FirstPasswords passwords() {
        if (arguments.value("--demo-password") != null) {
            return FirstPasswords.demo(arguments.value("--demo-password"));
        }
        String letters = arguments.value("--letters");
        return letters == null ? FirstPasswords.none() : FirstPasswords.letters(Path.of(letters));
    }

    private Admin admin() {
        return new Admin(config(), this::say);
    }

    private synchronized void say(String line) {
        out.println(line);
    }

    private AdminConfig config() {
        return AdminConfig.from(environment);
    }
}

package id.capaian.admin;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The commands, with what each of them takes. Whatever else is written is refused, never ignored. */
enum Command {

    MIGRATE("migrate", 0, 0, "--dry-run"),
    TENANT_APPLY("tenant apply", 0, Integer.MAX_VALUE,
            "--all", "--canary", "--dry-run", "--demo-password", "--mail", "--letters"),
    TENANT_SUSPEND("tenant suspend", 1, 1),
    TENANT_RESUME("tenant resume", 1, 1),
    TENANT_EXPORT("tenant export", 1, 1, "--to"),
    TENANT_DROP("tenant drop", 1, 1, "--confirm"),
    TENANT_TAKE_BACK("tenant take-back", 1, 1),
    RECONCILE("reconcile", 0, 0, "--once", "--demo-password", "--mail", "--letters"),
    ACCOUNT_APPLY("account apply", 1, Integer.MAX_VALUE, "--demo-password", "--mail", "--letters"),
    ACCOUNT_ADOPT("account adopt", 2, 2, "--mail", "--letters"),
    PLUGIN_KEY_CREATE("plugin key-create", 1, 1),
    PLUGIN_TRUST("plugin trust", 1, 1),
    PLUGIN_EXPIRE("plugin expire", 1, 1),
    PLUGIN_REVOKE("plugin revoke", 1, 1),
    PLUGIN_SIGN("plugin sign", 1, 1, "--key"),
    PLUGIN_STAGE("plugin stage", 1, 1, "--development"),
    PLUGIN_RETIRE("plugin retire", 2, 2),
    DOCTOR("doctor", 0, Integer.MAX_VALUE, "--all");

    private final String words;
    private final int least;
    private final int most;
    private final Set<String> options;

    /**
     * @param words what is typed
     * @param least fewest subjects after it
     * @param most most subjects after it
     */
    Command(String words, int least, int most, String... options) {
        this.words = words;
        this.least = least;
        this.most = most;
        this.options = Set.of(options);
    }

    /** The command these two words begin with; the second may be a subject of it. */
    static Optional<Command> of(String first, String second) {
        return Stream.of(values())
                .filter(command -> command.words.equals(first) || command.words.equals(first + " " + second))
                .findFirst();
    }

    /** How many words it consists of. */
    int length() {
        return words.split(" ").length;
    }

    boolean takes(String option) {
        return options.contains(option);
    }

    /** Whether so many subjects are right, with {@code --all} or without. */
    boolean takes(int subjects, boolean all) {
        boolean needed = takes("--all");
        return needed ? all == (subjects == 0) : subjects >= least && subjects <= most;
    }

    @Override
    public String toString() {
        return words;
    }
}

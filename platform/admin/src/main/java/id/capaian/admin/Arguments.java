package id.capaian.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A command line: the command, its subjects and its options. What the command does not take is refused. */
final class Arguments {

    /** Taken by every command. */
    static final String TRACE = "--trace";

    /** Versions that are being written are taken too. */
    static final String DEVELOPMENT = "--development";

    /** First passwords go out by mail. */
    static final String MAIL = "--mail";

    private static final Set<String> FLAGS = Set.of("--dry-run", "--all", "--demo-password", MAIL, "--once", DEVELOPMENT,
            TRACE);
    private static final Set<String> VALUES = Set.of("--letters", "--key", "--to", "--confirm", "--canary");

    /** The command line was not understood; the message says why. */
    static final class Misunderstood extends AdminException {

        private static final long serialVersionUID = 1L;

        Misunderstood(String why) {
            super(why + " Without arguments all commands are printed.");
        }
    }

    private final List<String> words = new ArrayList<>();
    private final Set<String> flags = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();
    private final Command command;

    /** @throws Misunderstood when there is no such command or it does not take this */
    Arguments(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (FLAGS.contains(args[i])) {
                flags.add(args[i]);
            } else if (VALUES.contains(args[i]) && i + 1 < args.length) {
                values.put(args[i], args[++i]);
            } else if (args[i].startsWith("-")) {
                throw new Misunderstood("Option " + args[i] + " is unknown or lacks its value.");
            } else {
                words.add(args[i]);
            }
        }
        this.command = Command.of(word(0), word(1)).orElseThrow(
                () -> new Misunderstood("There is no command `" + String.join(" ", words) + "`."));
        requireTaken();
    }

    private void requireTaken() {
        for (Set<String> given : List.of(flags, values.keySet())) {
            for (String option : given) {
                if (!option.equals(TRACE) && !command.takes(option)) {
                    throw new Misunderstood("`" + command + "` does not take " + option + "; nothing was done.");
                }
            }
        }
        if (!command.takes(subjects().size(), has("--all"))) {
            throw new Misunderstood("`" + command + "` has too few or too many words behind it; nothing was done.");
        }
    }

    Command command() {
        return command;
    }

    /** What the command is about: tenants, a file, a key. */
    List<String> subjects() {
        return words.subList(command.length(), words.size());
    }

    /** The n-th subject; there must be one. */
    String subject(int n) {
        return subjects().get(n);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** Value of an option, or null. */
    String value(String option) {
        return values.get(option);
    }

    private String word(int n) {
        return n < words.size() ? words.get(n) : "";
    }
}

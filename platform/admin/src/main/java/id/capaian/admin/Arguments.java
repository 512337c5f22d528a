package id.capaian.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words and options of a command line; an option nobody knows is refused, not ignored. */
final class Arguments {

    private static final Set<String> FLAGS = Set.of("--dry-run", "--all");
    private static final Set<String> VALUES = Set.of("--demo-password", "--letters", "--key");

    private final List<String> words = new ArrayList<>();
    private final Set<String> flags = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();

    Arguments(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (FLAGS.contains(args[i])) {
                flags.add(args[i]);
            } else if (VALUES.contains(args[i]) && i + 1 < args.length) {
                values.put(args[i], args[++i]);
            } else if (args[i].startsWith("-")) {
                throw new AdminException("Option " + args[i] + " is unknown or lacks its value.");
            } else {
                words.add(args[i]);
            }
        }
    }

    /** The n-th word; empty when there is none. */
    String word(int n) {
        return n < words.size() ? words.get(n) : "";
    }

    /** Words from the n-th on. */
    List<String> from(int n) {
        return n < words.size() ? words.subList(n, words.size()) : List.of();
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** Value of an option, or null. */
    String value(String option) {
        return values.get(option);
    }
}

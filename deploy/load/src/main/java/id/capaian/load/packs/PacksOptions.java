package id.capaian.load.packs;

import id.capaian.local.LocalException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run is asked to do; names and meaning: see packs.md.
 *
 * @param only    which measurements, of {@link #ALL}
 * @param numbers the other options by their names
 */
record PacksOptions(List<String> only, Map<String, Integer> numbers) {

    static final String CALLS = "calls";
    static final String NEIGHBOUR = "neighbour";
    static final String REPLAY = "replay";
    static final String ACTIVATION = "activation";
    static final String UPGRADES = "upgrades";
    static final List<String> ALL = List.of(CALLS, NEIGHBOUR, REPLAY, ACTIVATION, UPGRADES);

    private static final int MOST_PEOPLE = 100_000;
    private static final Map<String, Integer> FULL = Map.of("--rounds", 9, "--millis", 1_000, "--scores", 20_000,
            "--people", 10_000, "--clicks", 20, "--upgrades", 100, "--clients", 4, "--port", 33_000);
    private static final Map<String, Integer> QUICK = Map.of("--rounds", 3, "--millis", 300, "--scores", 5_000,
            "--people", 1_000, "--clicks", 3, "--upgrades", 5, "--clients", 4, "--port", 33_000);

    PacksOptions {
        only = List.copyOf(only);
        numbers = Map.copyOf(numbers);
        require(ALL.containsAll(only), "--only takes names out of " + ALL);
        numbers.forEach((name, number) -> require(number >= 1, name + " is at least 1"));
        int people = numbers.get("--people");
        require(people % StoredScores.UNIT_SIZE == 0 && people <= MOST_PEOPLE,
                "--people is a multiple of " + StoredScores.UNIT_SIZE + ", at most " + MOST_PEOPLE);
        int clients = numbers.get("--clients");
        require(clients <= 16 && clients % 2 == 0, "--clients is an even number from 2 to 16");
    }

    /** Reads the command line. */
    static PacksOptions of(String... arguments) {
        List<String> only = ALL;
        Map<String, Integer> numbers = new HashMap<>(Arrays.asList(arguments).contains("--quick") ? QUICK : FULL);
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals("--quick")) {
                continue;
            }
            require(i + 1 < arguments.length, name + " is not an option, or lacks its value");
            String value = arguments[++i];
            if (name.equals("--only")) {
                only = List.of(value.split(","));
            } else {
                require(numbers.containsKey(name), name + " is not an option");
                require(value.matches("[0-9]{1,6}"), name + " takes a number");
                numbers.put(name, Integer.valueOf(value));
            }
        }
        return new PacksOptions(only, numbers);
    }

    boolean asks(String... names) {
        return Arrays.stream(names).anyMatch(only::contains);
    }

    /** Of formula calls and of scores beside a misbehaving pack; their median counts. */
    int rounds() {
        return numbers.get("--rounds");
    }

    /** CPU of one round of formula calls, about. */
    int millis() {
        return numbers.get("--millis");
    }

    /** In each situation of one round beside a misbehaving pack. */
    int scores() {
        return numbers.get("--scores");
    }

    /** Who are replayed. */
    int people() {
        return numbers.get("--people");
    }

    /** By which a version is enabled. */
    int clicks() {
        return numbers.get("--clicks");
    }

    /** Upgrades under load. */
    int upgrades() {
        return numbers.get("--upgrades");
    }

    /** Requests under way at once during the upgrades. */
    int clients() {
        return numbers.get("--clients");
    }

    /** PostgreSQL's port; the first node, the token issuer and the second node take the next three. */
    int firstPort() {
        return numbers.get("--port");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new LocalException(sentence + ": see deploy/load/packs.md.");
        }
    }
}

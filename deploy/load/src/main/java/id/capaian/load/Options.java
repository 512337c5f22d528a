package id.capaian.load;

import id.capaian.local.LocalException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run is asked to do; names and meaning: see the README.
 *
 * @param parts   names of the parts to measure, in no order; none for all
 * @param quick   a tenth of everything, on a small nation
 * @param fresh   whether to generate the nation anew
 * @param profile whether to say where the server's time goes, apart from the measurements
 * @param numbers the other options by their names
 */
record Options(List<String> parts, boolean quick, boolean fresh, boolean profile, Map<String, Integer> numbers) {

    private static final String TENANTS = "--tenants";
    private static final String STAFF = "--staff";
    private static final String LARGE = "--large";
    private static final String ALL = "--all";
    private static final String SMALL = "--small";
    private static final String RESULTS = "--results";
    private static final String INDICATORS = "--indicators";
    private static final String READINGS = "--readings";
    private static final String PORT = "--port";
    private static final String MINUTES = "--minutes";
    private static final Map<String, Integer> FULL = numbers(Map.of(TENANTS, 50, STAFF, 2_000, LARGE, 32_000, ALL, 546,
            SMALL, 60, MINUTES, 5));
    private static final Map<String, Integer> QUICK = numbers(Map.of(TENANTS, 6, STAFF, 300, LARGE, 3_000, ALL, 20,
            SMALL, 20, MINUTES, 1));
    /** About as many as keep a connection's memory small (stack/tenancy.md 4). */
    private static final int TENANTS_A_POOL = 36;
    private static final int LEAST_POOLS = 2;
    /** Of each pool, as in operation. */
    static final int CONNECTIONS = 2;

    Options {
        parts = List.copyOf(parts);
        numbers = Map.copyOf(numbers);
        require(numbers.get(TENANTS) >= 2 && numbers.get(TENANTS) < numbers.get(ALL),
                TENANTS + " is at least 2, and " + ALL + " is more");
        // A tenant's first people send requests, the next are acted for by pgbench; each of them rates a full team.
        int raters = Bench.CALLERS + pools(numbers.get(ALL)) * CONNECTIONS;
        require(numbers.get(STAFF) > raters * Person.TEAM && numbers.get(LARGE) > numbers.get(STAFF),
                STAFF + " is more than " + raters * Person.TEAM + ", and " + LARGE + " is more");
        require(numbers.get(SMALL) > Person.TEAM && numbers.get(SMALL) < numbers.get(STAFF),
                SMALL + " is more than a team of " + Person.TEAM + " and less than " + STAFF);
    }

    private static Map<String, Integer> numbers(Map<String, Integer> sizes) {
        Map<String, Integer> numbers = new HashMap<>(sizes);
        numbers.put(RESULTS, PlanSize.USUAL.results());
        numbers.put(INDICATORS, PlanSize.USUAL.indicators());
        numbers.put(READINGS, PlanSize.USUAL.readings());
        numbers.put(PORT, 29_000);
        return numbers;
    }

    /**
     * Reads the command line.
     *
     * @param known names of all parts
     */
    static Options of(List<String> known, String... arguments) {
        boolean quick = Arrays.asList(arguments).contains("--quick");
        Map<String, Integer> numbers = new HashMap<>(quick ? QUICK : FULL);
        List<String> parts = new ArrayList<>();
        boolean fresh = false;
        boolean profile = false;
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i];
            switch (word) {
                case "--quick" -> { }
                case "--fresh" -> fresh = true;
                case "--profile" -> profile = true;
                default -> {
                    if (known.contains(word)) {
                        parts.add(word);
                    } else {
                        require(numbers.containsKey(word) && i + 1 < arguments.length,
                                word + " is no part (" + String.join(", ", known)
                                        + ") and no option, or lacks its value");
                        i++;
                        require(arguments[i].matches("[0-9]{1,6}"), word + " takes a number");
                        numbers.put(word, Integer.valueOf(arguments[i]));
                    }
                }
            }
        }
        return new Options(parts, quick, fresh, profile, numbers);
    }

    /** Whether a part is to be measured. */
    boolean asks(String part) {
        return parts.isEmpty() || parts.contains(part);
    }

    /** The tenants of the usual size first, then the large one, then the small ones. */
    Nation nation() {
        int tenants = numbers.get(TENANTS);
        Nation nation = Nation.of(tenants, numbers.get(STAFF)).and(1, numbers.get(LARGE)).with(
                new PlanSize(numbers.get(RESULTS), numbers.get(INDICATORS), numbers.get(READINGS)));
        int small = numbers.get(ALL) - tenants - 1;
        return small == 0 ? nation : nation.and(small, numbers.get(SMALL));
    }

    /** Pools the tenants are spread over. */
    int pools() {
        return pools(numbers.get(ALL));
    }

    private static int pools(int tenants) {
        return Math.max(LEAST_POOLS, tenants / TENANTS_A_POOL);
    }

    /** How long the ordinary hour is. */
    int minutes() {
        return numbers.get(MINUTES);
    }

    /** PostgreSQL's port; node, token issuer, second node and a further instance take the next four. */
    int firstPort() {
        return numbers.get(PORT);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new LocalException(sentence + ": see deploy/load/README.md.");
        }
    }
}

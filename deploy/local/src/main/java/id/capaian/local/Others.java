package id.capaian.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The colleagues of the person somebody plays in a browser: does what they do at a step of the journey, each with an
 * account of their own through the API. For figures are shown only where they stand for enough people.
 */
final class Others {

    /** Places of the four people in a tenant's lines of {@code accounts.csv}. */
    private static final int PLAYED = 1;
    private static final int RATER = 2;
    private static final List<String> VALUES = List.of("SERVICE", "ACCOUNTABLE", "COMPETENT", "HARMONIOUS", "LOYAL",
            "ADAPTIVE", "COLLABORATIVE");

    /** What is to be done for each of them. */
    enum Deed {

        /** Each hands the period in. */
        SUBMIT("SUBMIT", evaluation -> false),
        /** The rater marks the seven values of each: as expected. */
        MARK("MARK", evaluation -> evaluation.path("marks").size() == VALUES.size()),
        /** The rater rates each as proposed. */
        RATE("RATE", evaluation -> evaluation.hasNonNull("resultRating")),
        /** Each acknowledges the result. */
        ACKNOWLEDGE("ACKNOWLEDGE", evaluation -> false);

        private final String act;
        private final Predicate<JsonNode> done;

        /**
         * @param act the server's word for it, in {@code may}
         * @param done whether an evaluation shows that it was done, though it could be done again
         */
        Deed(String act, Predicate<JsonNode> done) {
            this.act = act;
            this.done = done;
        }

        static Optional<Deed> of(String word) {
            return Stream.of(values()).filter(deed -> deed.name().equalsIgnoreCase(word)).findFirst();
        }

        boolean isOpen(JsonNode evaluation) {
            return !done.test(evaluation) && evaluation.path("may").toString().contains('"' + act + '"');
        }
    }

    private final Settings settings;
    private final String keycloak;
    private final Path demo;
    private final String tenant;
    private final String period;

    /**
     * @param keycloak its address
     * @param demo the folder of the demo data
     * @param tenant whose people
     * @param period code of the assessment period
     */
    Others(Settings settings, String keycloak, Path demo, String tenant, String period) {
        this.settings = settings;
        this.keycloak = keycloak;
        this.demo = demo;
        this.tenant = tenant;
        this.period = period;
    }

    /** Does it for everybody for whom it can be done; gives a line that says for how many. */
    String all(Deed deed) {
        if (!Http.answersOk(server() + "/health/ready")) {
            throw new LocalException("The server at " + server() + " does not answer: run deploy/local/up first.");
        }
        List<DemoAccount> accounts = DemoAccount.read(demo.getParent()).stream()
                .filter(account -> account.tenant().equals(tenant)).toList();
        if (accounts.size() <= RATER) {
            throw new LocalException("There is no demo tenant " + tenant + ": take one of the table that up prints.");
        }
        String played = accounts.get(PLAYED).username();
        DemoApi rater = signIn(accounts.get(RATER).username());
        JsonNode team = rater.get("/evaluations/team?period=" + period).path("people");
        if (team.isEmpty()) {
            throw new LocalException("No evaluation of " + period + " is open for the people of "
                    + accounts.get(RATER).username() + ": do step 3 of the journey first.");
        }
        int all = 0;
        int done = 0;
        for (JsonNode row : team) {
            String username = usernameOf(row.get("employeeName").asText());
            if (!username.equals(played)) {
                boolean byRater = deed == Deed.MARK || deed == Deed.RATE;
                done += act(deed, byRater ? rater : signIn(username),
                        "/evaluations/" + row.get("evaluationId").asText());
                all++;
            }
        }
        return deed.name().toLowerCase(Locale.ROOT) + ": done for " + done + " of " + all + " colleagues"
                + (done == all ? "" : "; for the rest it was done before, or a step before it is missing");
    }

    private int act(Deed deed, DemoApi who, String path) {
        JsonNode evaluation = who.get(path);
        if (!deed.isOpen(evaluation)) {
            return 0;
        }
        long version = evaluation.get("version").asLong();
        switch (deed) {
            // Meant: the quarter goes on, and most have recorded nothing.
            case SUBMIT -> who.write("POST", path + "/submission?confirmed=true", null, version);
            case MARK -> who.write("PUT", path + "/behaviour-marks", Map.of("marks",
                    VALUES.stream().map(value -> Map.of("value", value, "mark", "MEETS")).toList()), version);
            case RATE -> who.write("PUT", path + "/rating", asProposed(evaluation), version);
            case ACKNOWLEDGE -> who.write("POST", path + "/acknowledgement", null, version);
        }
        return 1;
    }

    /** Where nothing could be calculated nothing is proposed; then the rater decides alone, and says why. */
    private static Map<String, String> asProposed(JsonNode evaluation) {
        Map<String, String> rating = new HashMap<>(Map.of("note", "Terima kasih atas kerja triwulan ini."));
        for (String part : List.of("result", "behaviour")) {
            JsonNode proposed = evaluation.path("proposal").path(part);
            rating.put(part + "Rating", proposed.isTextual() ? proposed.asText() : "MEETS");
            if (!proposed.isTextual()) {
                rating.put(part + "Reason", "Dilihat langsung sepanjang triwulan; saran tidak tersedia.");
            }
        }
        return rating;
    }

    private DemoApi signIn(String username) {
        return DemoApi.signIn(server(), keycloak, tenant, username, settings.demoPassword());
    }

    private String server() {
        return "http://localhost:" + settings.serverPort();
    }

    /** Screens and answers show names with titles, never the number; no two people here share a name. */
    private String usernameOf(String shown) {
        return people().entrySet().stream().filter(person -> shown.contains(person.getKey()))
                .max(Comparator.comparing(person -> person.getKey().length())).map(Map.Entry::getValue)
                .orElseThrow(() -> new LocalException(shown + " is not among the demo people of " + tenant + "."));
    }

    private Map<String, String> people() {
        try {
            return Files.readAllLines(demo.resolve(tenant).resolve("03-people.csv")).stream().skip(1)
                    .map(line -> line.split(";", -1))
                    .collect(Collectors.toMap(cells -> cells[1], cells -> cells[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

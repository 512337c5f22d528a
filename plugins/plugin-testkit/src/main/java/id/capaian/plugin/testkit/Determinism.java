package id.capaian.plugin.testkit;

import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.RegionPack;
import id.capaian.plugin.engine.CanonicalInput;
import id.capaian.plugin.engine.CanonicalOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Same input, same outcome, to the byte: asked twice, of a pack loaded anew, with the indicators in another order, in
 * another language and time zone, from stored JSON, and by several people at once.
 */
final class Determinism {

    private static final int ASKERS = 4;
    /** Often enough that the askers meet inside a formula, also where one processor serves them all. */
    private static final int ROUNDS = 20;
    /** With dotted and dotless i, other digits, other calendars; half a day and more from each other. */
    private static final Map<String, String> PLACES = new TreeMap<>(Map.of("tr-TR", "America/Anchorage",
            "ar-EG-u-nu-arab", "Asia/Jayapura", "th-TH-u-ca-buddhist-nu-thai", "Pacific/Kiritimati"));

    private final RegionPack pack;
    private final RegionPack another;
    private final Map<String, FormulaInput> inputs;
    private final List<String> problems = new ArrayList<>();

    private Determinism(RegionPack pack, RegionPack another, Map<String, FormulaInput> inputs) {
        this.pack = pack;
        this.another = another;
        this.inputs = inputs;
    }

    /**
     * Looks at every case.
     *
     * @param packs gives the pack, each time a new one
     */
    static List<String> problems(Supplier<RegionPack> packs, Map<String, FormulaInput> inputs) {
        Determinism determinism = new Determinism(packs.get(), packs.get(), inputs);
        Map<String, String> outcomes = determinism.alone();
        determinism.atOnce(outcomes);
        return determinism.problems;
    }

    private Map<String, String> alone() {
        Map<String, String> outcomes = new TreeMap<>();
        inputs.forEach((file, input) -> {
            String first = say(pack, input);
            outcomes.put(file, first);
            compare(file, "when it is asked twice", first, say(pack, input));
            compare(file, "of the pack loaded anew", first, say(another, input));
            for (FormulaInput order : Variants.otherOrders(input)) {
                compare(file, "with its indicators in another order", first, say(pack, order));
            }
            PLACES.forEach((language, zone) -> compare(file, "in language " + language + " and zone " + zone, first,
                    sayIn(Locale.forLanguageTag(language), TimeZone.getTimeZone(zone), input)));
            String stored = CanonicalInput.write(input);
            compare(file, "from its stored input", first, say(pack, CanonicalInput.read(stored)));
        });
        return outcomes;
    }

    private void atOnce(Map<String, String> outcomes) {
        Map<String, String> others = new ConcurrentHashMap<>();
        List<Thread> askers = new ArrayList<>();
        for (int asker = 0; asker < ASKERS; asker++) {
            List<String> files = new ArrayList<>(inputs.keySet());
            // each begins with another case, so that they do not ask the same at the same time
            Collections.rotate(files, asker);
            askers.add(new Thread(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    askAll(files, outcomes, others);
                }
            }));
        }
        askers.forEach(Thread::start);
        for (Thread asker : askers) {
            try {
                asker.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        others.forEach((file, outcome) -> compare(file, "when several ask at once", outcomes.get(file), outcome));
    }

    private void askAll(List<String> files, Map<String, String> outcomes, Map<String, String> others) {
        for (String file : files) {
            String outcome = say(pack, inputs.get(file));
            if (!outcome.equals(outcomes.get(file))) {
                others.put(file, outcome);
            }
        }
    }

    private static String say(RegionPack pack, FormulaInput input) {
        try {
            return CanonicalOutcome.write(pack.formula(input.formulaId()).evaluate(input));
        } catch (RuntimeException e) {
            return "fails: " + e.getMessage();
        }
    }

    private String sayIn(Locale locale, TimeZone zone, FormulaInput input) {
        Locale localeBefore = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
            return say(pack, input);
        } finally {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        }
    }

    private void compare(String file, String when, String expected, String actual) {
        if (!expected.equals(actual)) {
            problems.add(file + ": another outcome " + when + ": …" + around(expected, actual) + "… became …"
                    + around(actual, expected) + "…");
        }
    }

    /** The part of a text in which it differs from another. */
    private static String around(String text, String other) {
        int at = 0;
        while (at < text.length() && at < other.length() && text.charAt(at) == other.charAt(at)) {
            at++;
        }
        return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 30));
    }
}

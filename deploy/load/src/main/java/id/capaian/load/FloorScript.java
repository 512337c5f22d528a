package id.capaian.load;

import id.capaian.load.Person.Kind;
import id.capaian.load.StatementLog.Sent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of one request, rewritten for pgbench: the same text, each parameter a variable, so that the same
 * script can be run for any tenant and person. What belonged to the person of the request becomes that of another one;
 * a version goes up with each transaction, an idempotency key is never used twice; all else stays as it was sent.
 */
final class FloorScript {

    private static final Pattern NUMBERED = Pattern.compile("\\$(\\d+)");
    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<List<Sent>> transactions;
    private final Person person;
    private final int entry;
    private final UUID period;
    private final String version;
    private final String nextVersion;
    private final String key;

    /**
     * @param transactions what was sent in each, the opening statement first
     * @param person  in whose name
     * @param entry   which of the person's entries was addressed, from 0
     * @param period  open period of the person's tenant
     * @param version version the entry had before the request
     * @param key     idempotency key of the request, or null
     */
    FloorScript(List<List<Sent>> transactions, Person person, int entry, UUID period, long version, String key) {
        this.transactions = List.copyOf(transactions);
        this.person = person;
        this.entry = entry;
        this.period = period;
        this.version = Long.toString(version);
        this.nextVersion = Long.toString(version + 1);
        this.key = key;
    }

    /** How many statements there are, beside begin and commit. */
    int statements() {
        return transactions.stream().mapToInt(List::size).sum();
    }

    /**
     * The text of a script, and the values its variables begin with.
     *
     * @param variables name to value, for pgbench's {@code -D}
     */
    record Script(String text, Map<String, String> variables) {
    }

    /**
     * The script for another tenant and person.
     *
     * @param other        the person
     * @param otherPeriod  open period of that person's tenant
     * @param otherVersion version the other's entry of the same number has now
     */
    Script forPerson(Person other, UUID otherPeriod, long otherVersion) {
        Map<String, String> own = known(person, period);
        Map<String, String> theirs = known(other, otherPeriod);
        Map<String, String> variables = new LinkedHashMap<>();
        String prefix = "t" + other.tenant() + "_";
        StringBuilder text = new StringBuilder("\\set key random(1, 9000000000000000000)\n");
        if (key != null) {
            variables.put(prefix + "v", Long.toString(otherVersion));
            text.append("\\set ").append(prefix).append("w :").append(prefix).append("v + 1\n");
        }
        for (int t = 0; t < transactions.size(); t++) {
            List<Sent> sent = transactions.get(t);
            text.append("begin;\n");
            for (int i = 0; i < sent.size(); i++) {
                // The opening statement names the request, whose number means nothing to the rest.
                Place place = new Place(prefix + t + "_" + i + "_", i == 0);
                text.append(statement(sent.get(i), place, own, theirs, prefix, variables, other)).append(";\n");
            }
            text.append("commit;\n");
        }
        if (key != null) {
            text.append("\\set ").append(prefix).append("v :").append(prefix).append("w\n");
        }
        return new Script(text.toString(), variables);
    }

    /** Where a statement stands: how its variables begin, and whether it opens a transaction. */
    private record Place(String prefix, boolean opening) {
    }

    private String statement(Sent one, Place place, Map<String, String> own, Map<String, String> theirs, String prefix,
            Map<String, String> variables, Person other) {
        Matcher numbered = NUMBERED.matcher(one.sql().replace("t_" + person.code() + ".", "t_" + other.code() + "."));
        StringBuilder text = new StringBuilder();
        while (numbered.find()) {
            String value = one.parameters().get(Integer.parseInt(numbered.group(1)));
            numbered.appendReplacement(text, Matcher.quoteReplacement(value == null ? "null"
                    : variable(one, place, numbered.group(1), value, own, theirs, prefix, variables)));
        }
        return numbered.appendTail(text).toString();
    }

    private String variable(Sent one, Place place, String number, String value, Map<String, String> own,
            Map<String, String> theirs, String prefix, Map<String, String> variables) {
        if (value.equals(key)) {
            return ":key";
        }
        if (key != null && value.equals(version)) {
            return ":" + prefix + "v";
        }
        if (key != null && value.equals(nextVersion)) {
            return ":" + prefix + "w";
        }
        String name = place.prefix() + number;
        variables.put(name, own.containsKey(value) ? theirs.get(own.get(value))
                : theirs(one, place, value, own, theirs));
        return ":" + name;
    }

    /** The value with each id in it replaced by the other person's; an answer kept for repeating stays as it was. */
    private static String theirs(Sent one, Place place, String value, Map<String, String> own,
            Map<String, String> theirs) {
        Matcher id = UUID_SHAPE.matcher(value);
        StringBuilder text = new StringBuilder();
        while (id.find()) {
            String meaning = own.get(id.group());
            if (meaning == null && !place.opening() && !value.startsWith("{\"")) {
                throw new IllegalStateException("the floor cannot repeat " + one.sql() + ": unknown id " + id.group());
            }
            id.appendReplacement(text, meaning == null ? id.group() : theirs.get(meaning));
        }
        return id.appendTail(text).toString();
    }

    /** Both ways: value to meaning, and meaning to value; no meaning looks like a value. */
    private Map<String, String> known(Person whose, UUID whosePeriod) {
        Map<String, String> known = new LinkedHashMap<>();
        for (Kind kind : List.of(Kind.EMPLOYEE, Kind.ASSIGNMENT, Kind.PLAN, Kind.VERSION, Kind.SUBJECT)) {
            put(known, "#" + kind, whose.own(kind).toString());
        }
        for (int n = 0; n < Person.TEAM; n++) {
            for (Kind kind : List.of(Kind.EMPLOYEE, Kind.ASSIGNMENT, Kind.PLAN, Kind.EVALUATION)) {
                put(known, "#" + kind + n, whose.member(n).own(kind).toString());
            }
        }
        put(known, "#team", whose.unitOfTeam().toString());
        put(known, "#unit", whose.unit().toString());
        put(known, "#position", whose.position().toString());
        put(known, "#period", whosePeriod.toString());
        put(known, "#entry", whose.entry(entry).toString());
        put(known, "#indicator", whose.indicator(entry).toString());
        put(known, "#role", "t_" + whose.code());
        return known;
    }

    private static void put(Map<String, String> known, String meaning, String value) {
        known.put(value, meaning);
        known.put(meaning, value);
    }
}

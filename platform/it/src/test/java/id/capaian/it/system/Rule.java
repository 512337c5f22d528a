package id.capaian.it.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A line of {@code who-may-call.txt}: what the server must do, written down apart from it.
 *
 * @param call  method and template of the address
 * @param roles roles that admit; those of {@link Endpoint#roles()}, or one of {@link #OPEN}
 * @param whose which of the cast the object is open to; empty when the call is about none
 */
record Rule(String call, Set<String> roles, Set<String> whose) {

    static final String ANYBODY = "anybody";
    static final String MEMBER = "member";
    private static final Set<String> OPEN = Set.of(ANYBODY, MEMBER);

    static List<Rule> all() throws IOException {
        try (InputStream in = Rule.class.getResourceAsStream("who-may-call.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Rule::of).toList();
        }
    }

    private static Rule of(String line) {
        String[] cells = line.split("\\|");
        if (cells.length != 3) {
            throw new IllegalArgumentException("three cells, please: " + line);
        }
        return new Rule(cells[0].strip(), words(cells[1]), words(cells[2].replace(" -", "")));
    }

    private static Set<String> words(String cell) {
        return cell.isBlank() ? Set.of() : new TreeSet<>(Arrays.asList(cell.strip().split(" +")));
    }

    boolean isOpen() {
        return OPEN.containsAll(roles);
    }

    /** Whether the annotations of the server say the same; "member" is open there, since sign-on asks who it is. */
    boolean agrees(Endpoint endpoint) {
        return endpoint.call().equals(call) && (isOpen() ? endpoint.isOpen() : endpoint.roles().equals(roles));
    }

    boolean admits(Set<String> held) {
        return roles.contains(MEMBER) || roles.stream().anyMatch(held::contains);
    }

    boolean reads() {
        return call.startsWith("GET ");
    }

    @Override
    public String toString() {
        return call + " (" + String.join(" ", roles) + ")";
    }
}

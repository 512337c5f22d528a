package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What all programs wrote while everything else was tested. Runs last, which its name sees to. */
class ZLogIT {

    /** Whoever wrote it, the server's own code or what it is made of. */
    private static final Pattern TROUBLE = Pattern.compile("^(\\S+) (WARNING|SEVERE) (\\S+) (.*)");
    private static final Pattern OURS = Pattern.compile("^\\S+ [A-Z]+ id\\.capaian\\.");
    private static final Pattern IN_PLACE =
            Pattern.compile("^\\S+ [A-Z]+ id\\.capaian\\S+ tenant=(-|[a-z][a-z0-9]{1,29}) request=\\S+ ");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    /** Numbers of civil servants have 18 digits, those of citizens 16. */
    private static final Pattern PERSONS_NUMBER = Pattern.compile("(?<![\\da-f])\\d{16,18}(?![\\da-f])");
    /** Said by our code during the outages the tests make, and at no other time. */
    private static final List<Pattern> OF_OUTAGES = List.of(
            // KeycloakOutageIT
            Pattern.compile("Keycloak cannot be reached .*"),
            // BackChannelLogoutIT
            Pattern.compile("Back-channel logout not accepted: .*"),
            // DatabaseOutageIT
            Pattern.compile("Job evaluation-chunk tubei/.* failed, next try at .*"),
            Pattern.compile("[a-z ]+ fails and will be tried again: .*"),
            Pattern.compile("Roles of \\S+ cannot be read"),
            Pattern.compile("Request failed.*"),
            // StormIT
            Pattern.compile("Request found no room: .*"));

    private final RunningSystem system;

    ZLogIT() throws IOException, InterruptedException {
        system = RunningSystem.shared();
    }

    @Test
    void nothingWentWrongUnprovoked() throws IOException {
        List<String> trouble = new ArrayList<>();
        for (Path log : serverLogs()) {
            Files.readAllLines(log).stream().filter(this::isUnprovokedTrouble).forEach(line -> trouble.add(log + ": " + line));
        }
        assertEquals(List.of(), trouble, String.join("\n", trouble));
    }

    private boolean isUnprovokedTrouble(String line) {
        Matcher trouble = TROUBLE.matcher(line);
        if (!trouble.matches()) {
            return false;
        }
        boolean ours = trouble.group(3).startsWith("id.capaian.");
        String message = trouble.group(4).replaceFirst("^tenant=\\S+ request=\\S+ ", "");
        Instant then = OffsetDateTime.parse(trouble.group(1), MOMENT).toInstant();
        return !system.wasProvoked(then) || ours && OF_OUTAGES.stream().noneMatch(said -> said.matcher(message).matches());
    }

    @Test
    void everyLineOfOursSaysTenantAndRequest() throws IOException {
        List<String> wrong = new ArrayList<>();
        int ours = 0;
        for (Path log : serverLogs()) {
            List<String> lines = Files.readAllLines(log).stream().filter(line -> OURS.matcher(line).find()).toList();
            lines.stream().filter(line -> !IN_PLACE.matcher(line).find()).forEach(wrong::add);
            ours += lines.size();
        }
        assertTrue(ours > 10, "lines of ours: " + ours);
        assertEquals(List.of(), wrong);
    }

    /** Neither the server nor Keycloak, the admin module or PostgreSQL names anybody. */
    @Test
    void nobodysNumberIsWritten() throws IOException {
        List<Path> logs = Stream.concat(Stream.of(system.state().resolve("postgres/server.log")),
                in(system.state().resolve("logs")).stream()).toList();
        for (String expected : List.of("server.log", "keycloak.log", "admin.log")) {
            assertTrue(logs.stream().anyMatch(log -> log.endsWith(expected)), expected + " is not among " + logs);
        }
        List<String> found = new ArrayList<>();
        for (Path log : logs) {
            Files.readAllLines(log).stream().filter(line -> PERSONS_NUMBER.matcher(line).find())
                    .forEach(line -> found.add(log + ": " + line));
        }
        assertEquals(List.of(), found, String.join("\n", found));
    }

    @Test
    void noBrowserReportedABreachOfThePolicy() throws IOException {
        for (Path log : serverLogs()) {
            assertEquals(List.of(), Files.readAllLines(log).stream()
                    .filter(line -> line.contains("Content security policy refused")).toList());
        }
    }

    /** Of every node there was, also before it was started anew. */
    private List<Path> serverLogs() throws IOException {
        return in(system.state().resolve("logs")).stream().filter(log -> log.getFileName().toString()
                .matches("(server|" + RunningSystem.SECOND_NODE + ")\\b.*")).toList();
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

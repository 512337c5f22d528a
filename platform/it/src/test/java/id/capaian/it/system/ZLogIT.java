package id.capaian.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the server wrote while everything else was tested. Runs last, which its name sees to. */
class ZLogIT {

    private static final Pattern TROUBLE =
            Pattern.compile("^(\\S+) (WARNING|SEVERE) (id\\.capaian\\S+) tenant=\\S+ request=\\S+ (.*)");
    private static final Pattern OURS = Pattern.compile("^\\S+ [A-Z]+ id\\.capaian\\.");
    private static final Pattern IN_PLACE =
            Pattern.compile("^\\S+ [A-Z]+ id\\.capaian\\S+ tenant=(-|[a-z][a-z0-9]{1,29}) request=\\S+ ");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final Pattern CIVIL_NUMBER = Pattern.compile("(?<!\\d)\\d{18}(?!\\d)");
    /** Said during the outages the tests make, and at no other time. */
    private static final List<Pattern> OF_OUTAGES = List.of(
            // KeycloakOutageIT
            Pattern.compile("Keycloak cannot be reached .*"),
            // BackChannelLogoutIT
            Pattern.compile("Back-channel logout not accepted: .*"),
            // DatabaseOutageIT
            Pattern.compile("Job evaluation-chunk tubei/.* failed, next try at .*"),
            Pattern.compile("\\S+ fails and will be tried again: .*"),
            Pattern.compile("Roles of \\S+ cannot be read"),
            Pattern.compile("Request failed.*"));

    private final RunningSystem system;
    private final List<String> log;

    ZLogIT() throws IOException, InterruptedException {
        system = RunningSystem.shared();
        log = system.serverLog();
    }

    @Test
    void nothingWentWrongUnprovoked() {
        assertEquals(List.of(), log.stream().filter(line -> {
            Matcher trouble = TROUBLE.matcher(line);
            return trouble.matches() && !isOfOutage(trouble.group(1), trouble.group(4));
        }).toList());
    }

    private boolean isOfOutage(String moment, String message) {
        Instant then = OffsetDateTime.parse(moment, MOMENT).toInstant();
        return system.wasProvoked(then) && OF_OUTAGES.stream().anyMatch(said -> said.matcher(message).matches());
    }

    @Test
    void everyLineOfOursSaysTenantAndRequest() {
        assertEquals(List.of(), log.stream().filter(line -> OURS.matcher(line).find())
                .filter(line -> !IN_PLACE.matcher(line).find()).toList());
    }

    @Test
    void nobodysNumberIsWritten() {
        assertEquals(List.of(), log.stream().filter(line -> CIVIL_NUMBER.matcher(line).find()).toList());
    }

    @Test
    void noBrowserReportedABreachOfThePolicy() {
        assertEquals(List.of(), log.stream().filter(line -> line.contains("Content security policy refused")).toList());
    }
}

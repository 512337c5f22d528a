package id.capaian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code tenants-config} with its first periods and figures moved into the quarter in which the demonstration begins.
 * The files in the repository are written as of {@link #WRITTEN}, and whoever starts the system next year wants to walk
 * the same journey then.
 */
final class DemoFiles {

    /** The day the repository's files speak of. */
    static final DemoDay WRITTEN = new DemoDay(LocalDate.of(2026, 11, 24));

    private static final Pattern YEAR = Pattern.compile("(?m)^  year: " + WRITTEN.year() + "$");
    private static final Pattern PERIOD = Pattern.compile("(?m)^    - \\{code: .*startsOn: (\\S+), endsOn: (\\S+), "
            + "status: (\\w+)\\}$");
    private static final Pattern MOMENT = Pattern.compile(WRITTEN.year() + "-11-20T09:00:00");

    private final DemoDay day;

    DemoFiles(DemoDay day) {
        this.day = day;
    }

    /** Writes the moved files and gives their folder. */
    Path in(Path state, Path tenantsConfig) {
        Path moved = state.resolve("tenants-config");
        try (Stream<Path> files = Files.walk(tenantsConfig)) {
            Trees.delete(moved);
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path to = moved.resolve(tenantsConfig.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.writeString(to, moved(file.getFileName().toString(), Files.readString(file)));
            }
            return moved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String moved(String name, String text) {
        if (name.endsWith(".yaml")) {
            return YEAR.matcher(PERIOD.matcher(text).replaceAll(this::period)).replaceAll("  year: " + day.year());
        }
        if (name.endsWith(".csv")) {
            return MOMENT.matcher(text).replaceAll(measured())
                    .replace(WRITTEN.period(), day.period())
                    .replace(";" + WRITTEN.year() + "-01-01;", ";" + day.year() + "-01-01;");
        }
        return text;
    }

    /** What was open then is open now: the quarter. The ones before it are closed, the rest is planned. */
    private String period(MatchResult line) {
        String moved = line.group().replace(Integer.toString(WRITTEN.year()), Integer.toString(day.year()));
        LocalDate startsOn = LocalDate.parse(line.group(1)).withYear(day.year());
        LocalDate endsOn = LocalDate.parse(line.group(2)).withYear(day.year());
        boolean wholeYear = startsOn.plusMonths(6).isBefore(endsOn);
        String status = wholeYear ? line.group(3) : endsOn.isBefore(day.date()) ? "CLOSED"
                : startsOn.isAfter(day.date()) ? "PLANNED" : "OPEN";
        return moved.replace("status: " + line.group(3), "status: " + status);
    }

    /** In the quarter and not in the future, whatever day of it and hour it is. */
    private String measured() {
        if (day.equals(WRITTEN) || day.period().equals(WRITTEN.period())) {
            return "$0";
        }
        LocalDate yesterday = day.date().minusDays(1);
        return yesterday.isBefore(day.firstDay()) ? day.firstDay() + "T00:00:00" : yesterday + "T09:00:00";
    }
}

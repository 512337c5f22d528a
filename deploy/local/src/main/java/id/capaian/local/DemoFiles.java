package id.capaian.local;

import id.capaian.local.demo.DemoTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code tenants-config} as {@code up} uses it: periods moved into the quarter in which the demonstration begins, and
 * the demo governments' files made from their descriptions. The files in the repository are written as of
 * {@link #WRITTEN}, and whoever starts the system next year wants to walk the same journey then.
 */
final class DemoFiles {

    /** The day the repository's files speak of. */
    static final DemoDay WRITTEN = new DemoDay(LocalDate.of(2026, 11, 24));

    private static final Pattern YEAR = Pattern.compile("(?m)^  year: " + WRITTEN.year() + "$");
    private static final Pattern PERIOD = Pattern.compile("(?m)^    - \\{code: .*startsOn: (\\S+), endsOn: (\\S+), "
            + "status: (\\w+)\\}$");

    private final DemoDay day;

    DemoFiles(DemoDay day) {
        this.day = day;
    }

    /** Writes the files and gives their folder. */
    Path in(Path state, Path tenantsConfig) {
        Path moved = state.resolve("tenants-config");
        try (Stream<Path> files = Files.walk(tenantsConfig)) {
            Trees.delete(moved);
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String text = Files.readString(file);
                write(moved.resolve(tenantsConfig.relativize(file).toString()),
                        file.toString().endsWith(".yaml") ? moved(text) : text);
            }
            for (String tenant : DemoTenant.codes(tenantsConfig)) {
                Path folder = moved.resolve("demo").resolve(tenant);
                Trees.delete(folder);
                for (Map.Entry<String, String> file : DemoTenant.read(tenantsConfig, tenant).files(day).entrySet()) {
                    write(folder.resolve(file.getKey()), file.getValue());
                }
            }
            return moved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String moved(String yaml) {
        return YEAR.matcher(PERIOD.matcher(yaml).replaceAll(this::period)).replaceAll("  year: " + day.year())
                .replaceFirst("(?m)^  periods:\\n", "$0" + ofTheYearBefore(yaml));
    }

    /** The quarter of the year before that is over, too; nothing but in a year's first quarter. */
    private String ofTheYearBefore(String yaml) {
        LocalDate beginning = day.beginning();
        return beginning.getYear() == day.year() ? "" : PERIOD.matcher(yaml).results().filter(DemoFiles::isQuarter)
                .filter(line -> firstDay(line).getMonth() == beginning.getMonth())
                .map(line -> line(line, beginning.getYear(), "GRACE") + "\n").collect(Collectors.joining());
    }

    /**
     * What was open then is open now: the quarter. The ones before it are over, and closed as soon as their figures are
     * in ({@link DemoYear}); the rest is planned.
     */
    private String period(MatchResult line) {
        LocalDate endsOn = LocalDate.parse(line.group(2)).withYear(day.year());
        String status = !isQuarter(line) ? line.group(3) : endsOn.isBefore(day.firstDay()) ? "GRACE"
                : firstDay(line).withYear(day.year()).isAfter(day.date()) ? "PLANNED" : "OPEN";
        return line(line, day.year(), status);
    }

    private static String line(MatchResult line, int year, String status) {
        return line.group().replace(Integer.toString(WRITTEN.year()), Integer.toString(year))
                .replace("status: " + line.group(3), "status: " + status);
    }

    private static LocalDate firstDay(MatchResult line) {
        return LocalDate.parse(line.group(1));
    }

    private static boolean isQuarter(MatchResult line) {
        return !firstDay(line).plusMonths(6).isBefore(LocalDate.parse(line.group(2)));
    }
}

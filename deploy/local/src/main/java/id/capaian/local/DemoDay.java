package id.capaian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day on which the demonstration begins: everything in it plays in that day's quarter.
 *
 * @param date a date of Western Indonesia, where a day begins last
 */
public record DemoDay(LocalDate date) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final int MONTHS = 3;

    /** Today. */
    public static DemoDay today() {
        return new DemoDay(LocalDate.now(ZONE));
    }

    /** The day kept in a state folder; the first time, today. Later starts go on with what was loaded. */
    static DemoDay keptIn(Path state) {
        Path file = state.resolve("demo-day");
        try {
            if (Files.exists(file)) {
                return new DemoDay(LocalDate.parse(Files.readString(file).strip()));
            }
            DemoDay today = today();
            Trees.write(file, today.date().toString());
            return today;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int year() {
        return date.getYear();
    }

    /** The quarter of the year, 1 to 4. */
    public int quarter() {
        return quarterOf(date);
    }

    private static int quarterOf(LocalDate day) {
        return (day.getMonthValue() - 1) / MONTHS + 1;
    }

    /** Code of the quarter's assessment period, such as {@code 2026-Q4}. */
    public String period() {
        return period(0);
    }

    /**
     * Code of an earlier quarter's period.
     *
     * @param ago how many quarters ago, 0 for this one; it may be one of another year
     */
    public String period(int ago) {
        LocalDate first = firstDay(ago);
        return first.getYear() + "-Q" + quarterOf(first);
    }

    /**
     * How many quarters are over in the demonstration: those of the year, and in the first one the last of the year
     * before, so that there always is one to look back on.
     */
    public int over() {
        return Math.max(1, quarter() - 1);
    }

    /** First day of the first quarter there is. */
    public LocalDate beginning() {
        return firstDay(over());
    }

    /** First day of the quarter. */
    public LocalDate firstDay() {
        return firstDay(0);
    }

    /** First day of the quarter so many quarters ago. */
    public LocalDate firstDay(int ago) {
        return LocalDate.of(year(), (quarter() - 1) * MONTHS + 1, 1).minusMonths((long) ago * MONTHS);
    }

    /** Last day of the quarter. */
    public LocalDate lastDay() {
        return firstDay().plusMonths(MONTHS).minusDays(1);
    }
}

package id.capaian.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as personnel offices write it: {@code 2026-11-24}, {@code 24/11/2026} (always day before month),
 * {@code 24 November 2026}, or the day's number of a spreadsheet that lost its format.
 */
public final class WrittenDate {

    /** Text about what is no day at all. */
    static final String NO_DAY = "people.import.date";
    private static final Pattern MIDNIGHT = Pattern.compile("[T ]0?0[:.]00([:.]00([.,]0+)?)?Z?$");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[-/. ]([\\p{L}]+|\\d{1,2})[-/. ]\\d{2}");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})[-/ ]+(\\p{L}{3,9})\\.?,?[-/ ]+(\\d{4})");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}");
    /** Day 1 of spreadsheets is 1 January 1900, and they count a 29 February that 1900 did not have. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;
    /** By their first three letters, Indonesian and English. */
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1), Map.entry("feb", 2), Map.entry("peb", 2), Map.entry("mar", 3), Map.entry("apr", 4),
            Map.entry("mei", 5), Map.entry("may", 5), Map.entry("jun", 6), Map.entry("jul", 7), Map.entry("agu", 8),
            Map.entry("agt", 8), Map.entry("ags", 8), Map.entry("aug", 8), Map.entry("sep", 9), Map.entry("okt", 10),
            Map.entry("oct", 10), Map.entry("nov", 11), Map.entry("nop", 11), Map.entry("des", 12),
            Map.entry("dec", 12));

    private WrittenDate() {
    }

    /** Whether the text is a day or could be one. */
    public static boolean isDay(String text) {
        return of(text.strip()).isPresent() || SHORT_YEAR.matcher(text.strip()).matches();
    }

    /** The day; empty when the text is none. */
    static Optional<LocalDate> of(String text) {
        String day = MIDNIGHT.matcher(text).replaceFirst("");
        Matcher found = YEAR_FIRST.matcher(day);
        if (found.matches()) {
            return date(found.group(1), found.group(2), found.group(3));
        }
        found = DAY_FIRST.matcher(day);
        if (found.matches()) {
            return date(found.group(3), found.group(2), found.group(1));
        }
        found = NAMED.matcher(day);
        if (found.matches()) {
            Integer month = MONTHS.get(found.group(2).substring(0, 3).toLowerCase(Locale.ROOT));
            return month == null ? Optional.empty() : date(found.group(3), month.toString(), found.group(1));
        }
        return SERIAL.matcher(day).matches() ? Optional.of(DAY_ZERO.plusDays(Long.parseLong(day))) : Optional.empty();
    }

    /** Text that says what is wrong with one that is no day. */
    static String flawOf(String text) {
        String day = MIDNIGHT.matcher(text).replaceFirst("");
        Matcher found = DAY_FIRST.matcher(day);
        if (found.matches() && Integer.parseInt(found.group(2)) > 12 && Integer.parseInt(found.group(1)) <= 12) {
            return "people.import.dateOrder";
        }
        return SHORT_YEAR.matcher(day).matches() ? "people.import.dateYear" : NO_DAY;
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < EARLIEST || date.getYear() > LATEST ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

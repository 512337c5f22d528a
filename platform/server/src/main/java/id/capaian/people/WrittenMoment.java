package id.capaian.people;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment as a file writes it: {@code 2026-11-20T09:00:00+08:00} as programs do; a day as {@link WrittenDate} reads
 * it, alone or with a time ({@code 20/11/2026 09.00}), as people do, who mean the time where they are.
 */
final class WrittenMoment {

    private static final Pattern DAY_AND_TIME = Pattern.compile("(.+?)[T ,]+(\\d{1,2})[:.](\\d{2})([:.](\\d{2}))?");

    private WrittenMoment() {
    }

    /**
     * The moment; empty when the text is none.
     *
     * @param zone where a day begins and a time without its own zone is meant
     */
    static Optional<Instant> of(String text, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return local(text, zone);
        }
    }

    private static Optional<Instant> local(String text, ZoneId zone) {
        Matcher found = DAY_AND_TIME.matcher(text);
        if (!found.matches()) {
            return WrittenDate.of(text).map(day -> day.atStartOfDay(zone).toInstant());
        }
        try {
            LocalTime time = LocalTime.of(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)),
                    found.group(5) == null ? 0 : Integer.parseInt(found.group(5)));
            return WrittenDate.of(found.group(1)).map(day -> day.atTime(time).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

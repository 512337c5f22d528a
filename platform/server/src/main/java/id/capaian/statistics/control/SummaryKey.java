package id.capaian.statistics.control;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one publishing job is about, as its key says it: {@code <period code>/<unit>/<round>}.
 *
 * @param periodCode the tenant's code of the period
 * @param orgUnitId  the unit whose counts are published
 * @param round      0, or higher when a job of a lower round was already running and may have read too early
 */
record SummaryKey(String periodCode, UUID orgUnitId, int round) {

    private static final Pattern FORM = Pattern.compile("(.+)/([0-9a-f-]{36})/(\\d{1,9})");

    /**
     * Reads a job's key.
     *
     * @throws IllegalArgumentException when it is no such key
     */
    static SummaryKey parse(String key) {
        Matcher parts = FORM.matcher(key);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No key of a summary");
        }
        return new SummaryKey(parts.group(1), UUID.fromString(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    SummaryKey nextRound() {
        return new SummaryKey(periodCode, orgUnitId, round + 1);
    }

    String text() {
        return periodCode + "/" + orgUnitId + "/" + round;
    }
}

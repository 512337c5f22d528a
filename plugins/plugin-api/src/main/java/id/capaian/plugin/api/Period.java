package id.capaian.plugin.api;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The assessment period an outcome is about.
 *
 * <p>Example: {@code new Period("2026", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))}.
 *
 * @param code  the tenant's name of it, e.g. {@code 2026} or {@code 2026-Q2}
 * @param start first day, in the tenant's calendar
 * @param end   last day, inclusive
 */
public record Period(String code, LocalDate start, LocalDate end) {

    public Period {
        Objects.requireNonNull(code, "code");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("period " + code + " ends before it starts");
        }
    }
}

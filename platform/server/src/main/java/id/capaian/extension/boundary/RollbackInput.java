package id.capaian.extension.boundary;

import java.time.LocalDate;

/**
 * From when the version before is to hold again.
 *
 * @param effectiveFrom first day; null for today
 */
public record RollbackInput(LocalDate effectiveFrom) {
}

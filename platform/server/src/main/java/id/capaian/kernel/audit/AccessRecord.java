package id.capaian.kernel.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody looked at a record.
 *
 * @param reader     subject of the account that read, or the server's own name for itself
 * @param employeeId employee behind that account; null when it belongs to none
 * @param purpose    key of a text that says what for
 */
public record AccessRecord(Instant readAt, String reader, UUID employeeId, String purpose) {
}

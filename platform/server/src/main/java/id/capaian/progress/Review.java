package id.capaian.progress;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody whose progress in a period a rater judges.
 *
 * @param periodEndsOn last day of the period
 * @param waiting      how many entries with a value are neither accepted nor sent back, and can still be
 */
public record Review(UUID employeeId, String employeeName, UUID periodId, String periodCode, String periodName,
        LocalDate periodEndsOn, int waiting) {

    /** Where it is done, below the tenant. */
    public String path() {
        return "/tim/" + employeeId + "/progres?periode=" + periodCode;
    }
}

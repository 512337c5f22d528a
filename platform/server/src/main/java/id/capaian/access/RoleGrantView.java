package id.capaian.access;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A granted role as it is read.
 *
 * @param role       REGION_HR_ADMIN, UNIT_HR_ADMIN, UNIT_HEAD, PERF_MANAGER or PROVINCE_OVERSEER
 * @param employeeId who holds it; null when an account without an employee does
 * @param holder     name of the holder; null when only the account is known
 * @param orgUnitId  unit it is held for; null for the whole region
 * @param unitName   name of that unit
 * @param validTo    last day; null when open
 */
public record RoleGrantView(UUID roleGrantId, String role, UUID employeeId, String holder, UUID orgUnitId, String unitName,
        LocalDate validFrom, LocalDate validTo, long version) {
}

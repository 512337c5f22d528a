package id.capaian.access.boundary;

import id.capaian.access.entity.GrantedRole;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A role to be granted.
 *
 * @param orgUnitId unit it is held for; only, and always, for UNIT_HEAD and UNIT_HR_ADMIN
 * @param from      first day; today when absent
 */
public record RoleGrantInput(@NotNull GrantedRole role, @NotNull UUID employeeId, UUID orgUnitId, LocalDate from) {
}

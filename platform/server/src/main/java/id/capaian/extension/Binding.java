package id.capaian.extension;

import id.capaian.kernel.tenancy.TenantCode;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A tenant's decision to work with a version of a pack.
 *
 * @param bindingId     id
 * @param tenant        whose decision
 * @param orgUnitId     the unit below which it holds; null for the whole tenant
 * @param packId        e.g. {@code region-samarinda}
 * @param version       e.g. {@code 1.0.0}
 * @param sha256        of the pack's jar, lower-case hex
 * @param parameters    the tenant's own values as a flat JSON object, text to text; defaults are the pack's
 * @param effectiveFrom first day, in the tenant's calendar
 */
public record Binding(UUID bindingId, TenantCode tenant, UUID orgUnitId, String packId, String version, String sha256,
        String parameters, LocalDate effectiveFrom) {
}

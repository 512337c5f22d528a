package id.capaian.extension.boundary;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Which pack to enable.
 *
 * @param parameters    the tenant's own values; null or empty for the pack's defaults
 * @param effectiveFrom first day
 * @param orgUnitId     null for the whole tenant
 */
public record BindingInput(String packId, String version, Map<String, Object> parameters, LocalDate effectiveFrom,
        UUID orgUnitId) {
}

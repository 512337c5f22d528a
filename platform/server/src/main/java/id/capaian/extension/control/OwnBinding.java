package id.capaian.extension.control;

import id.capaian.extension.host.PackKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A binding of the tenant, enabled or not, as the registry keeps it.
 *
 * @param requestedBy subject of who enabled it
 * @param endedBy     subject of who disabled or replaced it; null while it is enabled, and for what ended before this
 *                    was kept
 * @param endedAt     when; null likewise
 */
public record OwnBinding(UUID bindingId, UUID orgUnitId, String packId, String version, String parameters,
        LocalDate effectiveFrom, boolean enabled, String requestedBy, Instant requestedAt,
        String endedBy, Instant endedAt) {

    /** Which version of which pack. */
    public PackKey pack() {
        return new PackKey(packId, version);
    }
}

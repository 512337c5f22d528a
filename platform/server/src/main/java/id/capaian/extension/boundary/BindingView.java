package id.capaian.extension.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A binding on the page and in the API.
 *
 * @param packName   title of the pack; its id while no node here has looked into it
 * @param parameters the tenant's own values, a flat JSON object
 * @param state      PREPARING, ACTIVE, FUTURE, FAILED, OFF
 */
public record BindingView(UUID bindingId, UUID orgUnitId, String packId, String packName, String version,
        String parameters, LocalDate effectiveFrom, String state, Instant requestedAt) {

    public boolean isOn() {
        return !"OFF".equals(state);
    }

    /** Kind of the status tag that shows the state. */
    public String kind() {
        return switch (state) {
            case "ACTIVE" -> "good";
            case "FAILED" -> "bad";
            case "OFF" -> "neutral";
            default -> "info";
        };
    }
}

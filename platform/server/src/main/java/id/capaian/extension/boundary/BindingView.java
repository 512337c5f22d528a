package id.capaian.extension.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A binding on the page and in the API.
 *
 * @param unitName      name of the unit; null for the whole government
 * @param packName      title of the pack; its id while no node here has looked into it
 * @param parameters    the tenant's own values, a flat JSON object
 * @param state         PREPARING, ACTIVE, FUTURE, FAILED, SUPERSEDED by a newer one, which it stands in for should
 *                      that be refused, or OFF
 * @param inForce       whether it is the one that holds today where it is bound
 * @param versionBefore version that rolling back enables again, with the pack's id when that is another; null when it
 *                      neither holds nor fails, nothing was before it, or that is not offered any more
 * @param standIn       title and version of what is used in its place while its pack fails or is being prepared; null
 *                      when nothing is
 * @param activeOn      on how many servers it can calculate
 * @param servers       how many there are
 * @param endedBy       subject of who disabled or replaced it; null while it is on, and when that was not kept
 * @param endedAt       when; null likewise
 */
public record BindingView(UUID bindingId, UUID orgUnitId, String unitName, String packId, String packName,
        String version, String parameters, LocalDate effectiveFrom, String state, boolean inForce, String versionBefore,
        String standIn, Instant requestedAt, int activeOn, int servers, String endedBy, Instant endedAt) {

    public boolean isOn() {
        return !"OFF".equals(state);
    }

    /** Kind of the status tag that shows the state. */
    public String kind() {
        return switch (state) {
            case "ACTIVE" -> "good";
            case "FAILED" -> "bad";
            case "OFF", "SUPERSEDED" -> "neutral";
            default -> "info";
        };
    }
}

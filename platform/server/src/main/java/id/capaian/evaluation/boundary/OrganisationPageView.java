package id.capaian.evaluation.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import java.util.List;
import java.util.UUID;

/**
 * The page of organisations' achievements.
 *
 * @param refused unit whose form is shown again; null on a first visit
 * @param typed   what was typed into that form
 * @param key     idempotency key; the unit is added, so that forms of one page differ
 */
public record OrganisationPageView(OrganisationView organisations, List<Option> periods, List<Option> achievements,
        FieldErrors errors, UUID refused, OrganisationInput typed, String key) {

    /** Message for a field of that unit's form; null when it is fine. */
    public String error(OrganisationRow row, String field) {
        return row.unitId().equals(refused) ? errors.of(field) : null;
    }

    public String achievement(OrganisationRow row) {
        return row.unitId().equals(refused) ? typed.achievement() : row.achievement();
    }

    public String reason(OrganisationRow row) {
        return row.unitId().equals(refused) ? typed.reason() : row.reason();
    }
}

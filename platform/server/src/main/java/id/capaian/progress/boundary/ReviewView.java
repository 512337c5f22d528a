package id.capaian.progress.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.progress.control.ReadProgress;
import java.util.List;
import java.util.UUID;

/**
 * The rater's page. Each entry has a form of its own, so the field of its reason is named after it.
 *
 * @param key     idempotency key of the page's forms
 * @param changed whether what the rater judged had changed meanwhile
 * @param judged  the entry that was just judged, null before
 * @param reason  what was typed for it
 */
public record ReviewView(ReadProgress.Reviewed reviewed, String key, boolean changed, UUID judged, String reason,
        FieldErrors errors) {

    /** Address of the page below the tenant's. */
    public String path() {
        return path(reviewed.person().employeeId(), reviewed.period().code());
    }

    static String path(UUID employeeId, String periodCode) {
        return "/tim/" + employeeId + "/progres" + ProgressPageView.query(periodCode);
    }

    /** Where the form about an entry goes. */
    public String judgement(UUID entryId) {
        return "/tim/" + reviewed.person().employeeId() + "/progres/" + entryId
                + ProgressPageView.query(reviewed.period().code());
    }

    /** Periods to choose from, the one shown among them; just one where there is no choice. */
    public List<Option> periods() {
        return ProgressPageView.choices(reviewed.offered(), reviewed.period());
    }

    /** Name of the field that takes the reason about an entry. */
    public static String field(UUID entryId) {
        return "reason-" + entryId;
    }

    /** What stands in it. */
    public String typed(UUID entryId) {
        return entryId.equals(judged) ? reason : "";
    }
}

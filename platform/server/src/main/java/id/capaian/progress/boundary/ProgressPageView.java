package id.capaian.progress.boundary;

import id.capaian.extension.FormGroup;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.progress.control.OpenProgress;
import java.util.List;

/**
 * The progress page of one indicator.
 *
 * @param opened what is stored
 * @param value  in the value field: as stored, or as typed when the form is shown again
 * @param note   likewise
 * @param form   the pack's fields; empty when it has no form
 * @param rules  whether what the pack's form asks for depends on answers
 * @param key    idempotency key of this page's form
 */
public record ProgressPageView(OpenProgress.Opened opened, String value, String note, List<FormGroup> form,
        boolean rules,
        FieldErrors errors, String key) {

    /** Version the page was made from; null before the first time. */
    public Long version() {
        return opened.entry() == null ? null : opened.entry().version();
    }
}

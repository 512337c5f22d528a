package id.capaian.progress.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.progress.control.OpenProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The progress page of one indicator.
 *
 * @param opened what is stored
 * @param value  in the value field: as stored, or as typed when the form is shown again
 * @param note   likewise
 * @param fields the pack's fields; empty when it has no form
 * @param key    idempotency key of this page's form
 */
public record ProgressPageView(OpenProgress.Opened opened, String value, String note, List<FormField> fields,
        FieldErrors errors, String key) {

    /** Fields that stand together. Title: null for those without a heading. */
    public record Group(String title, List<FormField> fields) {
    }

    /** The fields by heading, in their order. */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (FormField field : fields) {
            if (groups.isEmpty() || !Objects.equals(groups.get(groups.size() - 1).title(), field.group())) {
                groups.add(new Group(field.group(), new ArrayList<>()));
            }
            groups.get(groups.size() - 1).fields().add(field);
        }
        return groups;
    }

    /** Version the page was made from; null before the first time. */
    public Long version() {
        return opened.entry() == null ? null : opened.entry().version();
    }
}

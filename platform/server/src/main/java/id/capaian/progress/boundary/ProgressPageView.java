package id.capaian.progress.boundary;

import id.capaian.extension.FormGroup;
import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.planning.Period;
import id.capaian.progress.control.OpenProgress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The progress page of one indicator in a period.
 *
 * @param opened what is stored
 * @param typed  whether value, note and form are what was typed and is not saved, not what is stored
 * @param value  in the value field: as stored, or as typed when the form is shown again
 * @param note   likewise
 * @param form   the pack's fields; empty when it has no form
 * @param rules  whether what the pack's form asks for depends on answers
 * @param key    idempotency key of this page's form
 */
public record ProgressPageView(OpenProgress.Opened opened, boolean typed, String value, String note,
        List<FormGroup> form, boolean rules, FieldErrors errors, String key) {

    /** Whether everything typed was saved, and only its file was refused. */
    public boolean isSavedWithoutFile() {
        return errors.of("evidence") != null;
    }

    /** Version the page was made from; null before the first time. */
    public Long version() {
        return opened.entry() == null ? null : opened.entry().version();
    }

    /** Address of the page below the tenant's. */
    public String path() {
        return path(opened.indicator().indicatorId(), opened.period().code());
    }

    static String path(UUID indicatorId, String periodCode) {
        return "/skp/" + indicatorId + "/progres" + query(periodCode);
    }

    /** Where the form goes that takes a file back. */
    public String removal(UUID evidenceId) {
        return "/skp/bukti/" + evidenceId + "/tarik" + query(opened.period().code());
    }

    static String query(String periodCode) {
        return "?periode=" + URLEncoder.encode(periodCode, StandardCharsets.UTF_8);
    }

    /** Periods to choose from, the one shown among them; just one where there is no choice. */
    public List<Option> periods() {
        return choices(opened.offered(), opened.period());
    }

    static List<Option> choices(List<Period> offered, Period shown) {
        return Stream.concat(offered.stream(), Stream.of(shown)).distinct()
                .map(period -> new Option(period.code(), period.name())).toList();
    }
}

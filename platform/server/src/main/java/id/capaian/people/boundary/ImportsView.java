package id.capaian.people.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.people.control.TakenFile;
import java.time.Instant;
import java.util.List;

/**
 * The page where files are sent and earlier ones are listed.
 *
 * @param kind    chosen, when the form is shown again
 * @param reasons why an import cannot be taken back; empty when nobody asked
 * @param key     idempotency key of the form
 */
public record ImportsView(List<Option> kinds, String kind, List<TakenFile> files, Instant now, FieldErrors errors,
        List<String> reasons, String key) {
}

package id.capaian.people.boundary;

import id.capaian.kernel.page.FieldErrors;
import id.capaian.kernel.page.Option;
import id.capaian.people.ImportProblems;
import id.capaian.people.control.DraftOutcome;
import id.capaian.people.control.ImportDraft;
import java.util.List;

/**
 * The page of a file that was sent.
 *
 * @param columns what a heading may stand for
 * @param key     idempotency key of taking it
 */
public record ImportDraftView(ImportDraft draft, List<Option> columns, FieldErrors errors, String key) {

    /** Value of the choice that a heading is not read. */
    static final String UNUSED = "-";

    public DraftOutcome outcome() {
        return draft.outcome();
    }

    /** Path below the tenant. */
    public String path() {
        return "/impor/" + draft.id();
    }

    /** Value of the choice of a heading; empty when nobody knows what it stands for. */
    public String chosen(DraftOutcome.Heading heading) {
        if (heading.column() == null) {
            return "";
        }
        return heading.column().isEmpty() ? UNUSED : heading.column();
    }

    /** The column of a heading as spreadsheets write it, A for the first: several headings may have the same title. */
    public String letters(DraftOutcome.Heading heading) {
        StringBuilder letters = new StringBuilder();
        for (int rest = heading.index() + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** How many things the marked sheet holds when it cannot hold all; 0 when it does. */
    public int markedOnly() {
        return outcome().problemCount() > ImportProblems.KEPT ? ImportProblems.KEPT : 0;
    }

    /** Whether headings are to be looked at before anything else. */
    public boolean asksForHeadings() {
        return outcome().headings().stream().anyMatch(heading -> heading.column() == null)
                || outcome().problems().stream().anyMatch(problem -> problem.row() == outcome().headingRow());
    }
}

package id.capaian.evaluation.boundary;

import java.util.List;

/**
 * What the page of a result says of documents.
 *
 * @param atHand whether this server has the pack at hand; when not, they are listed on a page of their own
 * @param rows   those offered; empty while they are not at hand
 */
public record DocumentsPanel(boolean atHand, List<DocumentRow> rows) {

    /** Whether there is something to say. */
    public boolean isShown() {
        return !atHand || !rows.isEmpty();
    }
}

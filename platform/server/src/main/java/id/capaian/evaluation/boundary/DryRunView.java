package id.capaian.evaluation.boundary;

import id.capaian.plugin.api.LocalizedText;
import java.util.List;

/**
 * What a version of a pack would suggest now; nothing of it is stored.
 *
 * @param formulaId   formula it was computed with; null when the pack has none about people
 * @param unitName    null for the whole government
 * @param persons     how many were looked at
 * @param leftOut     1 when the caller's own result, not delivered yet, is not among them; else 0
 * @param cells       how many get which pair of ratings suggested; pairs nobody gets are absent
 * @param reasons     why the others get none, most frequent first
 * @param attention   those others, at most 500, in the order they were looked at
 */
public record DryRunView(String packId, String version, String formulaId, String periodCode, String periodName,
        String unitName, int persons, int leftOut, int scored, int notScorable, int faults, List<RatingPair> cells,
        List<MissedReason> reasons, List<RunAttention> attention) {

    /**
     * A pair of suggested ratings.
     *
     * @param predicate what the two say together
     */
    public record RatingPair(String resultRating, String behaviourRating, String predicate, int persons) {
    }

    /**
     * A reason.
     *
     * @param outcome NOT_SCORABLE or FAULT
     * @param text    in both languages; null for a fault
     */
    public record MissedReason(String outcome, String reasonCode, LocalizedText text, int persons) {
    }

    /** How many get that pair. */
    public int persons(String resultRating, String behaviourRating) {
        return cells.stream().filter(cell -> cell.resultRating().equals(resultRating)
                && cell.behaviourRating().equals(behaviourRating)).mapToInt(RatingPair::persons).sum();
    }
}

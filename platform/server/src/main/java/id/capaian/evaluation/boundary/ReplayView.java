package id.capaian.evaluation.boundary;

import java.util.List;
import java.util.UUID;

/**
 * What a version of a pack would have suggested from the stored inputs, against what is stored; nothing of it is
 * stored.
 *
 * @param formulaId         formula it was computed with; null when the pack has none about people
 * @param unitName          null for the whole government
 * @param whole             whether the counts are about everybody; of a later page they are about that page only
 * @param compared          how many have a stored suggestion
 * @param withoutSuggestion how many have none and cannot be compared
 * @param leftOut           1 when the caller's own suggestion, not delivered yet, is in none of the counts; else 0
 * @param ratingsMoved      whose rating of results or of behaviour moves, or who gets a suggestion or loses it
 * @param indexMoved        whose ratings stay and whose index moves
 * @param storedWith        packs and versions the stored suggestions were computed with
 * @param unseen            indicators this version reads beside the plan's and that no stored input has
 * @param spread            how many have each rating, before and after
 * @param movers            who moves, in the order of the evaluations' ids
 * @param next              where the list goes on; null at its end
 */
public record ReplayView(String packId, String version, String formulaId, String periodCode, String periodName,
        String unitName, boolean whole, int compared, int withoutSuggestion, int leftOut, int ratingsMoved,
        int indexMoved, List<String> storedWith, List<String> unseen, List<RatingSpread> spread,
        List<MoverView> movers, UUID next) {

    /**
     * How many have a rating.
     *
     * @param rating ABOVE, MEETS, BELOW, or NONE for no suggestion
     */
    public record RatingSpread(String rating, int resultBefore, int resultAfter, int behaviourBefore,
            int behaviourAfter) {
    }

    /** For whom nothing changes. */
    public int unchanged() {
        return compared - ratingsMoved - indexMoved;
    }
}

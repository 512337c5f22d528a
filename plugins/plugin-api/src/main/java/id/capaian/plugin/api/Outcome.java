package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a formula says: a suggestion with its explanation, or why there is none. The rater decides; an outcome never
 * does.
 *
 * <p>Example: {@code if (outcome instanceof Outcome.Scored scored) { Mark.band(scored.result()); }}
 */
public sealed interface Outcome {

    /** The steps made, in order; of a {@link NotScorable} those made before it stopped. */
    List<Step> steps();

    /** What a reader must know. */
    List<Flag> flags();

    /**
     * A suggestion.
     *
     * @param result    suggests the rating of results, 0..120, two decimals; null for subjects other than PERSON
     * @param behaviour suggests the rating of behaviour, 0..120, two decimals; null for subjects other than PERSON
     * @param index     NR: shown, explained, trended; never decides the predicate; two decimals
     * @param steps     every named step
     * @param flags     what was left out, moved, limited
     */
    record Scored(
            @Nullable BigDecimal result,
            @Nullable BigDecimal behaviour,
            BigDecimal index,
            List<Step> steps,
            List<Flag> flags) implements Outcome {

        public Scored {
            Bounded.computedOrNull("result", result);
            Bounded.computedOrNull("behaviour", behaviour);
            Bounded.computed("index", index);
            steps = List.copyOf(steps);
            flags = List.copyOf(flags);
        }
    }

    /**
     * No suggestion, and why. The person is listed, never guessed.
     *
     * @param reason kind of reason
     * @param detail the reason in words
     * @param steps  steps made before it stopped
     * @param flags  what was left out
     */
    record NotScorable(Reason reason, LocalizedText detail, List<Step> steps, List<Flag> flags) implements Outcome {

        public NotScorable {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
            steps = List.copyOf(steps);
            flags = List.copyOf(flags);
        }
    }

    /** Why there is no suggestion. */
    enum Reason {
        /** The rater has not marked all seven values. */
        BEHAVIOUR_MISSING,
        /** Less than half the weight has a valid value. */
        DATA_QUALITY,
        /** The plan has no indicator of a set. */
        NO_INDICATORS,
        /** Too few people or answers for a figure that may be shown. */
        TOO_FEW,
        /** A rule of the pack. */
        RULE
    }
}

package id.capaian.plugin.api;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * With which results a document is offered: all three conditions hold. A set that is empty asks for nothing. Since API
 * 1.2.
 *
 * <p>Example: {@code new DocumentOffer(Set.of(), Set.of(Mark.ABOVE), Set.of(Mark.ABOVE, Mark.MEETS))} of a recognition.
 *
 * @param flags      the score raised at least one of them; {@link Flag.Code#CALIBRATION_NEEDED} speaks about raters and
 *                   is refused
 * @param results    the rating of results is one of them, as the rater gave it
 * @param behaviours the rating of behaviour is one of them, as the rater gave it
 */
public record DocumentOffer(Set<Flag.Code> flags, Set<Mark> results, Set<Mark> behaviours) {

    /** With every result. */
    public static final DocumentOffer ALWAYS = new DocumentOffer(Set.of(), Set.of(), Set.of());

    public DocumentOffer {
        flags = copy(flags, Flag.Code.class);
        results = copy(results, Mark.class);
        behaviours = copy(behaviours, Mark.class);
        if (flags.contains(Flag.Code.CALIBRATION_NEEDED)) {
            throw new IllegalArgumentException(
                    "flag CALIBRATION_NEEDED speaks about raters, a document about a person's own result");
        }
    }

    /**
     * When a flag is raised.
     *
     * @param code e.g. {@link Flag.Code#TRAINING_SUGGESTED}
     */
    public static DocumentOffer whenRaised(Flag.Code code) {
        return new DocumentOffer(Set.of(code), Set.of(), Set.of());
    }

    /**
     * Whether a result gets the document.
     *
     * @param raised    flags of the score
     * @param result    the rating of results that was given
     * @param behaviour the rating of behaviour that was given
     */
    public boolean holds(List<Flag> raised, Mark result, Mark behaviour) {
        return (flags.isEmpty() || raised.stream().map(Flag::code).anyMatch(flags::contains))
                && (results.isEmpty() || results.contains(result))
                && (behaviours.isEmpty() || behaviours.contains(behaviour));
    }

    /** In the order of the constants, in every JVM. */
    private static <E extends Enum<E>> Set<E> copy(Set<E> constants, Class<E> type) {
        Set<E> copy = EnumSet.noneOf(type);
        copy.addAll(constants);
        return Collections.unmodifiableSet(copy);
    }
}

package id.capaian.plugin.api;

import java.util.Objects;

/**
 * Something a reader of a score must know: what was left out, moved or limited, or what should follow.
 *
 * <p>Example: {@code DATA_QUALITY} on {@code SMD.SAT}, "belum layak nilai: mutu data 0,70 di bawah 0,85".
 *
 * @param code  which kind
 * @param about indicator code, value of conduct or step it speaks about
 * @param text  the reason in words
 */
public record Flag(Code code, String about, LocalizedText text) {

    /** Kinds of flags. */
    public enum Code {
        /** No value in the period; left out. */
        MISSING,
        /** Data quality below the minimum ("belum layak nilai"); left out. */
        DATA_QUALITY,
        /** Fewer answers than the smallest sample; left out. */
        SAMPLE_TOO_SMALL,
        /** A part of the formula could not be computed and its share went elsewhere. */
        PART_MOVED,
        /** An achievement was limited by a rule of the pack. */
        CAPPED,
        /** Training or coaching should be offered. */
        TRAINING_SUGGESTED,
        /**
         * Of a RATER: the ratings of the list go to calibration before anybody is told (since API 1.1). Without meaning
         * for other subjects.
         */
        CALIBRATION_NEEDED
    }

    public Flag {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(text, "text");
    }
}

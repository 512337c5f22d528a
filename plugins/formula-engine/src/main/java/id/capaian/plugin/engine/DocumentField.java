package id.capaian.plugin.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a document of a pack may have filled in; {@code {step:<name>}} comes beside these. Closed: nothing else is. */
public enum DocumentField {
    /** Whose result it is. */
    NAME,
    /** The post it was given in. */
    POST,
    /** The unit. */
    UNIT,
    /** The government. */
    GOVERNMENT,
    /** Name of the period. */
    PERIOD,
    /** Rating of results in words. */
    RESULT,
    /** Rating of behaviour in words. */
    BEHAVIOUR,
    /** The predicate in words. */
    PREDICATE,
    /** The index, two decimals. */
    INDEX,
    /** The day the result was told. */
    DATE,
    /** What training is suggested, one item each; stands alone in an item. */
    TRAINING;

    /** As authors write it, without braces. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DocumentField> of(String word) {
        return Arrays.stream(values()).filter(field -> field.word().equals(word)).findFirst();
    }

    /** All of them, for messages. */
    static List<String> words() {
        return Arrays.stream(values()).map(DocumentField::word).toList();
    }
}

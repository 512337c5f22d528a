package id.capaian.plugin.api;

/**
 * What a document of a pack is for; there is one for each the platform has a reader for. Since API 1.2.
 *
 * <p>Example: a note that thanks somebody for what was achieved is RECOGNITION.
 */
public enum DocumentPurpose {
    /** Piagam, apresiasi: what was achieved is said aloud. */
    RECOGNITION,
    /** Anjuran pengembangan: training, coaching, support that would help. */
    DEVELOPMENT
}

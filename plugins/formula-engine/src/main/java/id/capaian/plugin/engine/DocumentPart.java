package id.capaian.plugin.engine;

import java.util.List;

/**
 * A part of a document with everything filled in: plain text, to be escaped by whoever shows it.
 *
 * @param lines of a LIST its items; one line otherwise
 */
public record DocumentPart(Kind kind, List<String> lines) {

    /** What it is laid out as. */
    public enum Kind { HEADING, PARAGRAPH, LIST }

    public DocumentPart {
        lines = List.copyOf(lines);
    }
}

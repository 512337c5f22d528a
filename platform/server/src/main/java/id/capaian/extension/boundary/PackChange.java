package id.capaian.extension.boundary;

import java.util.List;

/**
 * Something that differs between two versions of a pack, in the reader's language.
 *
 * @param area    INDICATOR, SET, FORMULA, FORM or PARAMETER
 * @param kind    ADDED, REMOVED or CHANGED
 * @param code    stable code or id
 * @param name    what people call it
 * @param details what exactly changed, a sentence each; empty unless CHANGED
 */
public record PackChange(String area, String kind, String code, String name, List<String> details) {

    public PackChange {
        details = List.copyOf(details);
    }
}

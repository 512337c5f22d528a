package id.capaian.progress.boundary;

import id.capaian.kernel.page.Option;
import java.util.List;

/**
 * One field of a pack's form, ready to be shown.
 *
 * @param name     name in the page: {@code form.<property>}, so that no pack's field meets one of ours
 * @param property name in the answers
 * @param kind     how it is asked for
 * @param values   present values as text; one for all kinds but MANY
 * @param options  choices of CHOICE, RADIOS and MANY; empty otherwise
 * @param group    heading of the group it belongs to, null for none
 */
public record FormField(String name, String property, Kind kind, String label, String hint, boolean required,
        List<String> values, List<Option> options, String group) {

    /** Ways of asking. */
    public enum Kind { LINE, AREA, WHOLE_NUMBER, NUMBER, DATE, BOX, CHOICE, RADIOS, MANY }

    /** The present value; empty text when there is none. */
    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    public boolean holds(String value) {
        return values.contains(value);
    }
}

package id.capaian.extension;

import id.capaian.kernel.page.Option;
import java.util.List;

/**
 * One field of a pack's form, ready to be shown.
 *
 * @param name    name in the page: {@code form.<property>}, in rows {@code form.<property>.<row>.<property>}
 * @param kind    how it is asked for
 * @param values  present values as text; one for all kinds but MANY, none for ROWS
 * @param options choices of CHOICE, RADIOS and MANY; empty otherwise
 * @param rows    null unless the kind is ROWS
 */
public record FormField(String name, Kind kind, String label, String hint, boolean required, List<String> values,
        List<Option> options, Rows rows) {

    /** Ways of asking. */
    public enum Kind { LINE, AREA, WHOLE_NUMBER, NUMBER, DATE, BOX, CHOICE, RADIOS, MANY, ROWS }

    /**
     * A list of things of several fields each.
     *
     * @param each      fields of each row
     * @param mayAdd    whether there may be one more
     * @param mayRemove whether there may be one less
     */
    public record Rows(List<List<FormField>> each, boolean mayAdd, boolean mayRemove) {
    }

    /** The present value; empty text when there is none. */
    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    public boolean holds(String value) {
        return values.contains(value);
    }

    /** Whether anything was answered; in rows, whether there is one with an answer. */
    public boolean isAnswered() {
        return kind == Kind.ROWS
                ? rows.each().stream().flatMap(List::stream).anyMatch(FormField::isAnswered) : !value().isEmpty();
    }

    /** The answers as people read them: of choices their names, else what was written. */
    public List<String> told() {
        return options.isEmpty() ? values
                : options.stream().filter(option -> holds(option.value())).map(Option::label).toList();
    }
}

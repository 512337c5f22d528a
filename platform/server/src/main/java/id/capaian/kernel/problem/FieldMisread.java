package id.capaian.kernel.problem;

/** A body that could be read but for one field, which is named with what belongs there. */
public class FieldMisread extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final Expected expected;
    private final String choices;

    /**
     * @param field    path of the field as the body names it, e.g. {@code marks[2].value}
     * @param expected what belongs there
     * @param choices  what can be chosen from, for people to read; empty when there is no choice
     */
    public FieldMisread(String field, Expected expected, String choices) {
        super(Problem.BAD_REQUEST);
        this.field = field;
        this.expected = expected;
        this.choices = choices;
    }

    /** What belongs in a field; each has a text. */
    public enum Expected {
        NOTHING, CHOICE, ID, DATE, MOMENT, NUMBER, WHOLE_NUMBER, YES_OR_NO, TEXT, LIST, OBJECT
    }

    String field() {
        return field;
    }

    Expected expected() {
        return expected;
    }

    String choices() {
        return choices;
    }
}

package id.capaian.kernel.problem;

import java.util.List;

/** Ends a use case with a problem; the transaction is rolled back and nothing is half-written. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final transient List<Object> arguments;
    private final transient List<FieldProblem> fields;

    /** A problem whose text needs nothing more. */
    public ProblemException(Problem problem) {
        this(problem, List.of(), List.of());
    }

    /** For a feature whose problem tells its own pages more than its text says. */
    protected ProblemException(Problem problem, List<Object> arguments) {
        this(problem, List.copyOf(arguments), List.of());
    }

    private ProblemException(Problem problem, List<Object> arguments, List<FieldProblem> fields) {
        super(problem.slug());
        this.problem = problem;
        this.arguments = arguments;
        this.fields = fields;
    }

    /** A problem whose text has places {@code {0}}, {@code {1}} … for the arguments. */
    public static ProblemException of(Problem problem, Object... arguments) {
        return new ProblemException(problem, List.of(arguments), List.of());
    }

    /** A problem that is about fields of the input. */
    public static ProblemException ofFields(Problem problem, List<FieldProblem> fields) {
        return new ProblemException(problem, List.of(), List.copyOf(fields));
    }

    public Problem problem() {
        return problem;
    }

    /** What fills the places of the problem's text; never personal numbers. */
    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }

    public List<FieldProblem> fields() {
        return fields == null ? List.of() : fields;
    }
}

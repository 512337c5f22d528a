package id.capaian.plugin.engine;

import java.util.List;
import java.util.stream.Collectors;

/** A pack that cannot be used, with everything found wrong with it. */
public final class PackInvalid extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<PackProblem> problems;

    /** With at least one problem. */
    public PackInvalid(List<PackProblem> problems) {
        super(problems.stream().map(PackProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** With one problem. */
    public PackInvalid(String file, String what, String remedy) {
        this(List.of(new PackProblem(file, 0, what, remedy)));
    }

    /** What is wrong, in the order it was found. */
    public List<PackProblem> problems() {
        return problems;
    }
}

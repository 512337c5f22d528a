package id.capaian.kernel.problem;

import java.util.List;

/**
 * A problem with what there is to say about it.
 *
 * @param arguments what fills the places of its text
 * @param fields    which fields it is about; may be empty
 */
record Finding(Problem problem, List<Object> arguments, List<FieldProblem> fields) {

    static Finding of(Problem problem, Object... arguments) {
        return new Finding(problem, List.of(arguments), List.of());
    }
}

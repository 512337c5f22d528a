package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.MarkView;
import id.capaian.evaluation.entity.BehaviorMark;
import id.capaian.evaluation.entity.Rating;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.plugin.api.BehaviourValue;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads constants from what people and machines send. */
final class Inputs {

    private Inputs() {
    }

    /** @throws ProblemException {@link Problem#INVALID_INPUT}, naming the field */
    static <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        if (name != null) {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                    return constant;
                }
            }
        }
        throw ProblemException.ofFields(Problem.INVALID_INPUT, List.of(new FieldProblem(field, "evaluation.choose."
                + field)));
    }

    static Map<BehaviourValue, BehaviorMark> marks(List<MarkView> given) {
        Map<BehaviourValue, BehaviorMark> marks = new EnumMap<>(BehaviourValue.class);
        for (MarkView mark : given == null ? List.<MarkView>of() : given) {
            marks.put(constant(BehaviourValue.class, "value", mark.value()),
                    new BehaviorMark(constant(Rating.class, "mark", mark.mark()), mark.note()));
        }
        return marks;
    }
}

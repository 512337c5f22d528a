package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.MarkView;
import id.capaian.evaluation.entity.Evaluation;
import java.util.List;

/** Marks of conduct as people and the record of a final result read them. */
final class MarkViews {

    private MarkViews() {
    }

    /** In the order the law prints the values. */
    static List<MarkView> of(Evaluation evaluation) {
        return evaluation.marks().entrySet().stream().map(mark -> new MarkView(mark.getKey().name(),
                mark.getValue().mark().name(), mark.getValue().note())).toList();
    }
}

package id.capaian.evaluation;

import id.capaian.evaluation.control.SummarySql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Results of evaluation as other features read them. To be called inside a running use case. */
@ApplicationScoped
public class Evaluations {

    private final SummarySql summaries;

    Evaluations() {
        this(null);
    }

    @Inject
    Evaluations(SummarySql summaries) {
        this.summaries = summaries;
    }

    /** How many of a unit's final evaluations of a period have which predicate; nobody is named. One statement. */
    public List<PredicateCount> finals(UUID periodId, UUID unitId) {
        return summaries.finals(periodId, unitId);
    }

    /** The index of a unit's final evaluations that were rated against a suggestion. One statement. */
    public IndexSum indexes(UUID periodId, UUID unitId) {
        return summaries.indexes(periodId, unitId);
    }
}

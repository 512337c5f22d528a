package id.capaian.evaluation.control;

import id.capaian.planning.PeriodOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** The system opens a period: evaluations made before it did begin (domain.md 4). In the same transaction. */
@ApplicationScoped
class BeginEvaluations {

    private final EvaluationSql evaluations;

    BeginEvaluations() {
        this(null);
    }

    @Inject
    BeginEvaluations(EvaluationSql evaluations) {
        this.evaluations = evaluations;
    }

    void begin(@Observes PeriodOpened opened) {
        evaluations.begin(opened.periodId());
    }
}

package id.capaian.evaluation.control;

import id.capaian.evaluation.EvaluationFinal;
import id.capaian.evaluation.EvaluationReopened;
import id.capaian.evaluation.entity.Evaluation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Tells the rest of the house, inside the same transaction. */
@ApplicationScoped
class Announcements {

    private final Event<EvaluationFinal> ended;
    private final Event<EvaluationReopened> reopened;

    Announcements() {
        this(null, null);
    }

    @Inject
    Announcements(Event<EvaluationFinal> ended, Event<EvaluationReopened> reopened) {
        this.ended = ended;
        this.reopened = reopened;
    }

    void isFinal(Evaluation evaluation) {
        ended.fire(new EvaluationFinal(evaluation.id(), evaluation.employeeId(), evaluation.periodId(),
                evaluation.unitId()));
    }

    void isReopened(Evaluation evaluation) {
        reopened.fire(new EvaluationReopened(evaluation.id(), evaluation.periodId(), evaluation.unitId()));
    }
}

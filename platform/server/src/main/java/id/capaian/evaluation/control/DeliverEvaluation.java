package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.DeliveriesView;
import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.entity.AnswerTerm;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.evaluation.entity.Mover;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Hands results to the people they are about; their term to answer begins. */
@TenantUseCase
public class DeliverEvaluation {

    private final EntityManager entityManager;
    private final Dossiers dossiers;
    private final Standing standing;
    private final EvaluationSettings settings;
    private final Terms terms;
    private final NamedPeriod named;
    private final Viewing viewing;
    private final Once once;
    private final Caller caller;
    private final Clock clock;

    DeliverEvaluation() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    DeliverEvaluation(EntityManager entityManager, Dossiers dossiers, Standing standing, EvaluationSettings settings,
            Terms terms, NamedPeriod named, Viewing viewing, Once once, Caller caller, Clock clock) {
        this.entityManager = entityManager;
        this.dossiers = dossiers;
        this.standing = standing;
        this.settings = settings;
        this.terms = terms;
        this.named = named;
        this.viewing = viewing;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /** Delivers one; out of calibration the unit's head does it. */
    public EvaluationView deliver(UUID evaluationId, Change change) {
        return once.perform(change.key(), new Asked("deliver", evaluationId, change.version(), null),
                EvaluationView.class, () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    evaluation.deliver(mover(evaluation), caller.employeeId(), settings.answerTerm(), clock.instant());
                    terms.lookAt(evaluation.answerDueAt());
                    dossiers.settle(evaluation);
                    return viewing.view(evaluation);
                });
    }

    /**
     * Delivers everybody the caller has rated in the period and not yet told.
     *
     * @param codeOrId the period; null or empty for the one people work in now
     */
    public DeliveriesView deliverAllRated(String codeOrId, String key) {
        UUID periodId = named.period(codeOrId).periodId();
        return once.perform(key, new Asked("deliver-all", periodId, 0, null), DeliveriesView.class, () -> {
            List<Evaluation> rated = entityManager.createQuery("""
                    select e from Evaluation e where e.parties.raterId = :rater and e.periodId = :period
                    and e.status = :rated
                    order by e.id""", Evaluation.class)
                    .setParameter("rater", caller.employeeId()).setParameter("period", periodId)
                    .setParameter("rated", EvaluationStatus.RATED).getResultList();
            AnswerTerm term = settings.answerTerm();
            rated.forEach(evaluation -> evaluation.deliver(Mover.RATER, caller.employeeId(), term, clock.instant()));
            if (!rated.isEmpty()) {
                terms.lookAt(term.endsAt(clock.instant()));
            }
            entityManager.flush();
            return new DeliveriesView(rated.size());
        });
    }

    private Mover mover(Evaluation evaluation) {
        if (evaluation.status() != EvaluationStatus.CALIBRATING) {
            return Mover.RATER;
        }
        if (!standing.heads(evaluation.unitId())) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        return Mover.UNIT_HEAD;
    }
}

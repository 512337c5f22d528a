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
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Hands results to the people they are about; their term to answer begins. */
@TenantUseCase
public class DeliverEvaluation {

    private final EntityManager entityManager;
    private final Dossiers dossiers;
    private final EvaluationSql evaluations;
    private final Proposals proposals;
    private final RaterLists raterLists;
    private final Distributions distributions;
    private final Standing standing;
    private final EvaluationSettings settings;
    private final Terms terms;
    private final NamedPeriod named;
    private final Viewing viewing;
    private final Once once;
    private final Caller caller;
    private final Clock clock;

    DeliverEvaluation() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    DeliverEvaluation(EntityManager entityManager, Dossiers dossiers, EvaluationSql evaluations, Proposals proposals,
            RaterLists raterLists, Distributions distributions, Standing standing, EvaluationSettings settings,
            Terms terms, NamedPeriod named, Viewing viewing, Once once, Caller caller, Clock clock) {
        this.entityManager = entityManager;
        this.dossiers = dossiers;
        this.evaluations = evaluations;
        this.proposals = proposals;
        this.raterLists = raterLists;
        this.distributions = distributions;
        this.standing = standing;
        this.settings = settings;
        this.terms = terms;
        this.named = named;
        this.viewing = viewing;
        this.once = once;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Delivers one; out of calibration the unit's head does it, but who gave the ratings only where no other head is.
     *
     * @throws ProblemException HEAD_RATING_OUTDATED when the person leads the unit and is rated otherwise than it
     *         achieved, RATER_LIST_INCOMPLETE, RATER_LIST_NOT_SCORED, DISTRIBUTION_NOT_JUSTIFIED,
     *         NOT_THE_RATER, FORBIDDEN, MOVE_NOT_ALLOWED, VERSION_STALE
     */
    public EvaluationView deliver(UUID evaluationId, Change change) {
        return once.perform(change.key(), new Asked("deliver", evaluationId, change.version(), null),
                EvaluationView.class, () -> {
                    lockOrganisations(List.of(dossiers.find(evaluationId)));
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    Mover mover = mover(evaluation);
                    requireScoredList(mover, evaluation);
                    evaluation.deliver(mover, caller.employeeId(), proposals.bound(evaluation),
                            settings.answerTerm(), clock.instant());
                    terms.lookAt(evaluation.answerDueAt());
                    dossiers.settle(evaluation);
                    requireJustified(List.of(evaluation));
                    return viewing.view(evaluation);
                });
    }

    /**
     * Delivers everybody the caller has rated in the period and not yet told.
     *
     * @param codeOrId the period; null or empty for the one people work in now
     * @throws ProblemException HEAD_RATING_OUTDATED, RATER_LIST_INCOMPLETE, RATER_LIST_NOT_SCORED,
     *         DISTRIBUTION_NOT_JUSTIFIED
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
            if (!rated.isEmpty()) {
                raterLists.requireScored(caller.employeeId(), named.period(codeOrId));
            }
            lockOrganisations(rated);
            AnswerTerm term = settings.answerTerm();
            rated.forEach(evaluation -> evaluation.deliver(Mover.RATER, caller.employeeId(),
                    proposals.bound(evaluation), term, clock.instant()));
            if (!rated.isEmpty()) {
                terms.lookAt(term.endsAt(clock.instant()));
            }
            entityManager.flush();
            requireJustified(rated);
            return new DeliveriesView(rated.size());
        });
    }

    /** Also out of calibration: a rater who sends somebody there ahead of the others gains nothing by it. */
    private void requireScoredList(Mover mover, Evaluation evaluation) {
        if (mover == Mover.RATER) {
            // First of all: how far a list is, is nothing a stranger learns from the kind of refusal.
            evaluation.requireRater(caller.employeeId());
        }
        if (evaluation.status().allows(EvaluationStatus.DELIVERED, mover)) {
            raterLists.requireScored(evaluation.raterId(), named.period(evaluation.periodId().toString()));
        }
    }

    /** From now on what their units achieved is not corrected any more. In one order, whoever delivers. */
    private void lockOrganisations(List<Evaluation> about) {
        about.stream().map(evaluation -> new Organisation(evaluation.unitId(), evaluation.periodId())).distinct()
                .sorted(Comparator.comparing(Organisation::unitId))
                .forEach(one -> evaluations.lockOrganisation(one.periodId(), one.unitId()));
    }

    /** Looked at as it would be: a refusal takes the delivery back. */
    private void requireJustified(List<Evaluation> told) {
        told.stream().map(evaluation -> new Organisation(evaluation.unitId(), evaluation.periodId())).distinct()
                .forEach(one -> distributions.requireJustified(one.unitId(), named.period(one.periodId().toString())));
    }

    private record Organisation(UUID unitId, UUID periodId) {
    }

    private Mover mover(Evaluation evaluation) {
        if (evaluation.status() != EvaluationStatus.CALIBRATING) {
            return Mover.RATER;
        }
        if (!standing.deliversCalibrated(evaluation)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
        return Mover.UNIT_HEAD;
    }
}

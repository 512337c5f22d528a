package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.evaluation.entity.FinalResult;
import id.capaian.evaluation.entity.Objection;
import id.capaian.evaluation.entity.OrganisationAchievement;
import id.capaian.evaluation.entity.OrganisationPredicate;
import id.capaian.kernel.identity.Ids;
import id.capaian.kernel.json.Json;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the rows an evaluation consists of. */
@ApplicationScoped
class Dossiers {

    private final EntityManager entityManager;
    private final Announcements announcements;
    private final Clock clock;

    Dossiers() {
        this(null, null, null);
    }

    @Inject
    Dossiers(EntityManager entityManager, Announcements announcements, Clock clock) {
        this.entityManager = entityManager;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @throws ProblemException {@link Problem#NOT_FOUND} */
    Evaluation find(UUID evaluationId) {
        Evaluation evaluation = entityManager.find(Evaluation.class, evaluationId);
        if (evaluation == null) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return evaluation;
    }

    /**
     * An evaluation to be changed. Its version rises even when only its marks change.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND}, {@link Problem#VERSION_STALE}
     */
    Evaluation open(UUID evaluationId, long version) {
        Evaluation evaluation = find(evaluationId);
        if (evaluation.version() != version) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
        entityManager.lock(evaluation, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        return evaluation;
    }

    /** Writes what changed; what became final is kept, and the house is told. */
    void settle(Evaluation evaluation) {
        if (evaluation.status() == EvaluationStatus.FINAL) {
            keep(evaluation.finalResult(Ids.next(clock.millis()), finals(evaluation.id()).size() + 1,
                    Json.write(MarkViews.of(evaluation)), achievement(evaluation)));
            entityManager.flush();
            announcements.isFinal(evaluation);
        } else {
            entityManager.flush();
        }
    }

    /** What became final so far, oldest first. */
    List<FinalResult> finals(UUID evaluationId) {
        return entityManager.createQuery("""
                select f from FinalResult f where f.evaluationId = :evaluation order by f.number""", FinalResult.class)
                .setParameter("evaluation", evaluationId).getResultList();
    }

    private OrganisationAchievement achievement(Evaluation evaluation) {
        return organisation(evaluation.periodId(), evaluation.unitId()).filter(OrganisationPredicate::isFixed)
                .map(OrganisationPredicate::achievement).orElse(null);
    }

    /** Newest objection of an evaluation; a reopened one may have had another before. */
    Optional<Objection> objection(UUID evaluationId) {
        return entityManager.createQuery("""
                select o from Objection o where o.evaluationId = :evaluation
                order by o.filedAt desc""", Objection.class)
                .setParameter("evaluation", evaluationId).setMaxResults(1).getResultStream().findFirst();
    }

    Objection openObjection(UUID evaluationId) {
        return objection(evaluationId).filter(objection -> objection.decision() == null)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    Optional<OrganisationPredicate> organisation(UUID periodId, UUID unitId) {
        return entityManager.createQuery("""
                select p from OrganisationPredicate p where p.periodId = :period and p.unitId = :unit""",
                OrganisationPredicate.class)
                .setParameter("period", periodId).setParameter("unit", unitId).getResultStream().findFirst();
    }

    void keep(Object newRow) {
        entityManager.persist(newRow);
    }
}

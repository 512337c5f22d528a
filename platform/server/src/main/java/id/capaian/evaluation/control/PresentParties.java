package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.people.Employees;
import id.capaian.people.RaterLink;
import id.capaian.planning.Plan;
import id.capaian.planning.Plans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who rates and who decides by the master data of today, where somebody moved on in between. */
@ApplicationScoped
class PresentParties {

    private final EntityManager entityManager;
    private final Plans plans;
    private final Employees employees;
    private final EvaluationSettings settings;

    PresentParties() {
        this(null, null, null, null);
    }

    @Inject
    PresentParties(EntityManager entityManager, Plans plans, Employees employees, EvaluationSettings settings) {
        this.entityManager = entityManager;
        this.plans = plans;
        this.employees = employees;
        this.settings = settings;
    }

    /** Everybody who waits for a decision waits for the superior of today. */
    void takeOverObjections() {
        takeOver(entityManager.createQuery("select e from Evaluation e where e.status in :open", Evaluation.class)
                .setParameter("open", List.of(EvaluationStatus.OBJECTED, EvaluationStatus.EXPLAINED)).getResultList());
    }

    /** What each may take over, see {@link Evaluation#follow}. */
    void takeOver(Collection<Evaluation> evaluations) {
        Map<UUID, UUID> assignments = plans.plans(evaluations.stream().map(Evaluation::planId).toList()).stream()
                .collect(Collectors.toMap(Plan::skpId, Plan::assignmentId));
        Map<UUID, RaterLink> links = employees.ratersOf(assignments.values(), settings.today());
        evaluations.forEach(evaluation -> {
            RaterLink link = links.get(assignments.get(evaluation.planId()));
            if (link != null) {
                evaluation.follow(link.raterId(), link.raterSuperiorId());
            }
        });
    }
}

package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.people.Employees;
import id.capaian.people.RaterLink;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import id.capaian.planning.PlanHead;
import id.capaian.planning.Plans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who rates and who decides by the master data of today, where somebody moved on in between. */
@ApplicationScoped
class PresentParties {

    private static final Set<String> TAKES_ENTRIES = Set.of("OPEN", "GRACE");
    static final List<EvaluationStatus> UNRATED = Arrays.stream(EvaluationStatus.values())
            .filter(EvaluationStatus::isBeforeRating).toList();

    private final EntityManager entityManager;
    private final Plans plans;
    private final Periods periods;
    private final Employees employees;
    private final EvaluationSettings settings;

    PresentParties() {
        this(null, null, null, null, null);
    }

    @Inject
    PresentParties(EntityManager entityManager, Plans plans, Periods periods, Employees employees,
            EvaluationSettings settings) {
        this.entityManager = entityManager;
        this.plans = plans;
        this.periods = periods;
        this.employees = employees;
        this.settings = settings;
    }

    /** Everybody who waits for a decision waits for the superior of today. */
    void takeOverObjections() {
        takeOver(entityManager.createQuery("select e from Evaluation e where e.status in :open", Evaluation.class)
                .setParameter("open", List.of(EvaluationStatus.OBJECTED, EvaluationStatus.EXPLAINED)).getResultList());
    }

    /**
     * Everybody not rated yet waits for the rater of {@link #linksIn} while people write in the period; who was
     * reopened, as on the day of reopening, for the rater of today whatever the period.
     */
    void takeOverUnrated() {
        periods.all().stream().filter(period -> TAKES_ENTRIES.contains(period.status())).forEach(this::takeOverUnrated);
        takeOver(entityManager.createQuery("""
                select e from Evaluation e
                where e.status in :unrated and e.reopenOrder is not null""", Evaluation.class)
                .setParameter("unrated", UNRATED).getResultList());
    }

    private void takeOverUnrated(Period period) {
        Map<UUID, RaterLink> links = linksIn(period, plans.activeIn(period.periodId()));
        // Nearly all of them stay with whom they have: only those that move are read whole.
        entityManager.createQuery("""
                select e.id, e.planId, e.parties.raterId, e.parties.raterSuperiorId from Evaluation e
                where e.periodId = :period and e.status in :unrated and e.reopenOrder is null""", Object[].class)
                .setParameter("period", period.periodId()).setParameter("unrated", UNRATED)
                .getResultList().stream()
                .filter(row -> links.containsKey(row[1]) && moves(row, links.get(row[1])))
                .forEach(row -> follow(entityManager.find(Evaluation.class, row[0]), links.get(row[1])));
    }

    private static boolean moves(Object[] row, RaterLink link) {
        return !Objects.equals(row[2], link.raterId()) || !Objects.equals(row[3], link.raterSuperiorId());
    }

    private static void follow(Evaluation evaluation, RaterLink link) {
        evaluation.follow(link.raterId(), link.raterSuperiorId());
    }

    /** What each may take over, see {@link Evaluation#follow}. */
    void takeOver(Collection<Evaluation> evaluations) {
        Map<UUID, UUID> assignments = plans.assignments(evaluations.stream().map(Evaluation::planId).toList());
        Map<UUID, RaterLink> links = employees.ratersOf(assignments.values(), settings.today());
        evaluations.forEach(evaluation -> {
            RaterLink link = links.get(assignments.get(evaluation.planId()));
            if (link != null) {
                follow(evaluation, link);
            }
        });
    }

    /**
     * Who rates and who decides for plans in a period, by plan; plans nobody rates are absent. Today counts; once the
     * period or the plan is over its last day, because who rated then evaluates it (domain.md 3.5).
     */
    Map<UUID, RaterLink> linksIn(Period period, List<PlanHead> heads) {
        LocalDate day = settings.todayOr(period.endsOn());
        Map<UUID, RaterLink> links = new HashMap<>();
        heads.stream().collect(Collectors.groupingBy(head -> head.endsOn().isBefore(day) ? head.endsOn() : day))
                .forEach((on, those) -> {
                    Map<UUID, RaterLink> found = employees.ratersOf(those.stream().map(PlanHead::assignmentId).toList(),
                            on);
                    those.stream().filter(head -> found.containsKey(head.assignmentId()))
                            .forEach(head -> links.put(head.skpId(), found.get(head.assignmentId())));
                });
        return links;
    }
}

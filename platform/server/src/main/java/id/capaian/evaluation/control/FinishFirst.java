package id.capaian.evaluation.control;

import id.capaian.evaluation.entity.Evaluation;
import id.capaian.evaluation.entity.EvaluationStatus;
import id.capaian.kernel.tenancy.QueryIds;
import id.capaian.people.Employees;
import id.capaian.people.Person;
import id.capaian.people.Units;
import id.capaian.planning.PeriodArchived;
import id.capaian.planning.PeriodClosed;
import id.capaian.planning.PeriodUnfinished;
import id.capaian.planning.PeriodUnfinished.Piece;
import id.capaian.planning.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Keeps a period from closing, and from being archived, while an evaluation is unfinished: nobody could rate it any more
 * afterwards. Those taken out of the period do not count.
 */
@ApplicationScoped
class FinishFirst {

    /** As many as one works through before trying again. */
    static final int SHOWN = 25;
    private static final List<EvaluationStatus> OVER = List.of(EvaluationStatus.FINAL, EvaluationStatus.EXCLUDED);

    private final EntityManager entityManager;
    private final Periods periods;
    private final Employees employees;
    private final Units units;

    FinishFirst() {
        this(null, null, null, null);
    }

    @Inject
    FinishFirst(EntityManager entityManager, Periods periods, Employees employees, Units units) {
        this.entityManager = entityManager;
        this.periods = periods;
        this.employees = employees;
        this.units = units;
    }

    /** The closed period is still open to a unit that has an extension; its evaluations may wait. */
    void refuse(@Observes PeriodClosed closing) {
        refuse(closing.periodId(), unit -> !periods.isOpen(closing.periodId(), unit));
    }

    /** An extension ends with it. */
    void refuse(@Observes PeriodArchived archiving) {
        refuse(archiving.periodId(), unit -> true);
    }

    private void refuse(UUID periodId, Predicate<UUID> counts) {
        Map<UUID, Long> stuck = unfinished(periodId).stream().filter(unit -> counts.test((UUID) unit[0]))
                .collect(Collectors.toMap(unit -> (UUID) unit[0], unit -> (Long) unit[1]));
        if (!stuck.isEmpty()) {
            throw new PeriodUnfinished(stuck.values().stream().mapToLong(Long::longValue).sum(),
                    pieces(periodId, List.copyOf(stuck.keySet())));
        }
    }

    private List<Object[]> unfinished(UUID periodId) {
        return entityManager.createQuery("""
                select e.unitId, count(e) from Evaluation e where e.periodId = :period and e.status not in :over
                group by e.unitId""", Object[].class)
                .setParameter("period", periodId).setParameter("over", OVER).getResultList();
    }

    private List<Piece> pieces(UUID periodId, List<UUID> stuck) {
        List<Evaluation> first = entityManager.createQuery("""
                select e from Evaluation e where e.periodId = :period and e.status not in :over and e.unitId in :units
                order by e.unitId, e.id""", Evaluation.class)
                .setParameter("period", periodId).setParameter("over", OVER).setParameter("units", QueryIds.padded(stuck))
                .setMaxResults(SHOWN).getResultList();
        Map<UUID, Person> people = employees.byId(first.stream().map(Evaluation::employeeId).toList());
        Map<UUID, String> unitNames = units.names(first.stream().map(Evaluation::unitId).toList());
        return first.stream().map(evaluation -> new Piece(people.get(evaluation.employeeId()).displayName(),
                unitNames.get(evaluation.unitId()), "evaluation.status." + evaluation.status(),
                "/tim/" + evaluation.id())).toList();
    }
}

package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.QueueView;
import id.capaian.evaluation.boundary.QueueView.Next;
import id.capaian.evaluation.boundary.TeamRow;
import id.capaian.evaluation.control.EvaluationSql.Waiting;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Person;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Who comes next: it stands on every page of the rater's round, so it takes two statements whatever the team. */
@TenantUseCase
public class ReadQueue {

    private final Dossiers dossiers;
    private final EvaluationSql evaluations;
    private final Employees employees;
    private final Caller caller;

    ReadQueue() {
        this(null, null, null, null);
    }

    @Inject
    ReadQueue(Dossiers dossiers, EvaluationSql evaluations, Employees employees, Caller caller) {
        this.dossiers = dossiers;
        this.evaluations = evaluations;
        this.employees = employees;
        this.caller = caller;
    }

    /** The queue behind an evaluation; empty for who is not its rater. */
    public Optional<QueueView> after(UUID evaluationId) {
        Evaluation evaluation = dossiers.find(evaluationId);
        return caller.employeeIfAny().filter(me -> me.equals(evaluation.raterId()))
                .map(rater -> queue(evaluation, evaluations.waiting(rater, evaluation.periodId())));
    }

    private QueueView queue(Evaluation evaluation, List<Waiting> team) {
        Map<UUID, Person> people = employees.byId(team.stream().map(Waiting::employeeId).toList());
        List<Waiting> byName = team.stream().sorted(Comparator.comparing((Waiting one) -> name(one, people))).toList();
        return new QueueView(team.size(), count(team, ReadQueue::awaitsMarks), count(team, ReadQueue::awaitsRating),
                next(byName, evaluation.id(), ReadQueue::awaitsMarks, people),
                next(byName, evaluation.id(), ReadQueue::awaitsRating, people));
    }

    private static boolean awaitsMarks(Waiting one) {
        return TeamRow.awaitsMarks(one.status(), one.marked());
    }

    private static boolean awaitsRating(Waiting one) {
        return TeamRow.awaitsRating(one.status());
    }

    private static int count(List<Waiting> team, Predicate<Waiting> waits) {
        return (int) team.stream().filter(waits).count();
    }

    private static Next next(List<Waiting> byName, UUID after, Predicate<Waiting> waits, Map<UUID, Person> people) {
        int here = IntStream.range(0, byName.size()).filter(i -> byName.get(i).evaluationId().equals(after))
                .findFirst().orElse(-1);
        return IntStream.rangeClosed(1, byName.size()).mapToObj(step -> byName.get((here + step) % byName.size()))
                .filter(one -> !one.evaluationId().equals(after)).filter(waits).findFirst()
                .map(one -> new Next(one.evaluationId(), name(one, people))).orElse(null);
    }

    private static String name(Waiting one, Map<UUID, Person> people) {
        return people.get(one.employeeId()).displayName();
    }
}

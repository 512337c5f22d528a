package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.Duty;
import id.capaian.evaluation.control.DutySql.Counted;
import id.capaian.evaluation.control.DutySql.Objected;
import id.capaian.evaluation.control.DutySql.Own;
import id.capaian.evaluation.entity.AnswerTerm;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Person;
import id.capaian.planning.Period;
import id.capaian.planning.Periods;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What evaluation wants of the caller now: a handful of statements, for the home page. */
@TenantUseCase
public class ListDuties {

    private final DutySql duties;
    private final EvaluationSettings settings;
    private final Standing standing;
    private final Employees employees;
    private final Periods periods;
    private final Caller caller;

    ListDuties() {
        this(null, null, null, null, null, null);
    }

    @Inject
    ListDuties(DutySql duties, EvaluationSettings settings, Standing standing, Employees employees, Periods periods,
            Caller caller) {
        this.duties = duties;
        this.settings = settings;
        this.standing = standing;
        this.employees = employees;
        this.periods = periods;
        this.caller = caller;
    }

    /** Nothing for accounts that belong to no employee. */
    public List<Duty> mine() {
        return caller.employeeIfAny().map(this::of).orElse(List.of());
    }

    private List<Duty> of(UUID employee) {
        Stream<Duty> own = duties.own(employee).stream().map(this::own).filter(this::isDue);
        Stream<Duty> counted = Stream.concat(duties.ofRater(employee).stream(), inCalibration(employee).stream())
                .map(this::counted);
        return Stream.of(own, objections(employee), counted).flatMap(all -> all).toList();
    }

    private List<Counted> inCalibration(UUID employee) {
        Set<UUID> headed = standing.unitsUnderTheCaller();
        return headed.isEmpty() ? List.of() : duties.inCalibration(employee, headed,
                standing.leftToTheRater(duties.givenInCalibration(employee, headed)));
    }

    private Duty own(Own own) {
        Period period = period(own.periodId());
        return new Duty(own.status(), own.evaluationId(), null, period.code(), period.name(), 1,
                own.answerDueAt() == null ? period.endsOn() : lastDayBefore(own.answerDueAt()));
    }

    /** Handing in is asked for near the period's end only: it locks what is recorded. */
    private boolean isDue(Duty duty) {
        return !duty.kind().equals("SELF_FILLING") || settings.isEnding(duty.due());
    }

    private Duty counted(Counted counted) {
        Period period = period(counted.periodId());
        return new Duty(counted.kind(), null, null, period.code(), period.name(), counted.count(), period.endsOn());
    }

    private Stream<Duty> objections(UUID employee) {
        List<Objected> objected = duties.objected(employee);
        if (objected.isEmpty()) {
            return Stream.empty();
        }
        Map<UUID, Person> people = employees.byId(objected.stream().map(Objected::employeeId).distinct().toList());
        AnswerTerm explanation = settings.explanationTerm();
        AnswerTerm decision = settings.decisionTerm();
        return objected.stream().map(one -> objection(one, people, explanation, decision));
    }

    private Duty objection(Objected one, Map<UUID, Person> people, AnswerTerm explanation, AnswerTerm decision) {
        Period period = period(one.periodId());
        Instant due = explanation.endsAt(one.filedAt());
        if (one.kind().equals("DECIDE")) {
            due = decision.endsAt(one.explainedAt() == null ? due : one.explainedAt());
        }
        return new Duty(one.kind(), one.evaluationId(), people.get(one.employeeId()).displayName(), period.code(),
                period.name(), 1, lastDayBefore(due));
    }

    /** Terms end at the first instant that is too late. */
    private LocalDate lastDayBefore(Instant end) {
        return LocalDate.ofInstant(end.minusSeconds(1), settings.zone());
    }

    private Period period(UUID periodId) {
        return periods.find(periodId).orElseThrow();
    }
}

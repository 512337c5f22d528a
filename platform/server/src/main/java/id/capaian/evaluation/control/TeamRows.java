package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.TeamRow;
import id.capaian.evaluation.control.SuggestionSql.Outline;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.people.Employees;
import id.capaian.people.Person;
import id.capaian.people.Placement;
import id.capaian.people.Units;
import id.capaian.planning.Plans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes lines of lists of evaluations: names, posts, marks, newest suggestion; a handful of statements for all. */
@ApplicationScoped
class TeamRows {

    private final EvaluationSql evaluations;
    private final SuggestionSql suggestions;
    private final Employees employees;
    private final Units units;
    private final Plans plans;

    TeamRows() {
        this(null, null, null, null, null);
    }

    @Inject
    TeamRows(EvaluationSql evaluations, SuggestionSql suggestions, Employees employees, Units units, Plans plans) {
        this.evaluations = evaluations;
        this.suggestions = suggestions;
        this.employees = employees;
        this.units = units;
        this.plans = plans;
    }

    /** A line each, in the order of the names. */
    List<TeamRow> of(List<Evaluation> team) {
        List<UUID> ids = team.stream().map(Evaluation::id).toList();
        Map<UUID, Person> people = employees.byId(team.stream().map(Evaluation::employeeId).toList());
        Map<UUID, String> positions = positionNames(team);
        Map<UUID, String> unitNames = unitNames(team.stream().map(Evaluation::unitId).toList());
        Map<UUID, Outline> outlines = suggestions.outlines(ids);
        Map<UUID, Integer> marked = evaluations.markedValues(ids);
        return team.stream().map(e -> row(e, people, positions, unitNames, outlines.get(e.id()),
                marked.getOrDefault(e.id(), 0))).sorted(Comparator.comparing(TeamRow::employeeName)).toList();
    }

    /** Names of units by id. */
    Map<UUID, String> unitNames(Collection<UUID> orgUnitIds) {
        return units.names(orgUnitIds);
    }

    private static TeamRow row(Evaluation e, Map<UUID, Person> people, Map<UUID, String> positions,
            Map<UUID, String> unitNames, Outline outline, int marked) {
        return new TeamRow(e.id(), e.employeeId(), people.get(e.employeeId()).displayName(), positions.get(e.planId()),
                unitNames.get(e.unitId()), e.status().name(), marked, outline == null ? null : outline.outcome(),
                outline == null ? null : outline.indexScore(), outline == null ? null : outline.resultRating(),
                outline == null ? null : outline.behaviourRating(), outline != null && outline.outdated(),
                name(e.resultRating()), name(e.behaviourRating()), e.status().isRated() ? name(e.predicate()) : null,
                e.submittedAt(), e.answerDueAt(), e.version());
    }

    /** Names of posts by plan. */
    private Map<UUID, String> positionNames(List<Evaluation> team) {
        Map<UUID, UUID> assignments = plans.assignments(team.stream().map(Evaluation::planId).toList());
        Map<UUID, Placement> placements = employees.placements(assignments.values());
        Map<UUID, String> byPlan = new HashMap<>();
        assignments.forEach((plan, assignment) -> {
            if (placements.containsKey(assignment)) {
                byPlan.put(plan, placements.get(assignment).positionName());
            }
        });
        return byPlan;
    }

    private static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}

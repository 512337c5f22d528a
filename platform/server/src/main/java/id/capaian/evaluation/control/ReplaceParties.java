package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.EvaluationView;
import id.capaian.evaluation.boundary.PartiesInput;
import id.capaian.evaluation.control.Standing.Capacity;
import id.capaian.evaluation.entity.Evaluation;
import id.capaian.kernel.idempotency.Once;
import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.kernel.tenancy.TenantUseCase;
import id.capaian.people.Employees;
import id.capaian.people.Person;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The personnel agency names another rater or superior of one evaluation, by a letter; every such act is audited. */
@TenantUseCase
public class ReplaceParties {

    private final Dossiers dossiers;
    private final Standing standing;
    private final Employees employees;
    private final Viewing viewing;
    private final Once once;
    private final Caller caller;

    ReplaceParties() {
        this(null, null, null, null, null, null);
    }

    @Inject
    ReplaceParties(Dossiers dossiers, Standing standing, Employees employees, Viewing viewing, Once once,
            Caller caller) {
        this.dossiers = dossiers;
        this.standing = standing;
        this.employees = employees;
        this.viewing = viewing;
        this.once = once;
        this.caller = caller;
    }

    /**
     * Replaces one or both.
     *
     * @throws ProblemException FORBIDDEN for everybody but the agency, for the own evaluation and for naming oneself;
     *         INVALID_INPUT with the field; REASON_NEEDED, SELF_RATING, MOVE_NOT_ALLOWED once final, VERSION_STALE
     */
    public EvaluationView replace(UUID evaluationId, Change change, PartiesInput input) {
        return once.perform(change.key(), new Asked("replace-parties", evaluationId, change.version(), input),
                EvaluationView.class, () -> {
                    Evaluation evaluation = dossiers.open(evaluationId, change.version());
                    if (!standing.towards(evaluation).contains(Capacity.REGION_HR_ADMIN)) {
                        throw new ProblemException(Problem.FORBIDDEN);
                    }
                    UUID rater = named("rater", input.rater());
                    UUID superior = named("superior", input.superior());
                    if (rater == null && superior == null) {
                        throw invalid("rater", "evaluation.parties.nobody");
                    }
                    evaluation.replaceParties(rater, superior, input.order());
                    dossiers.settle(evaluation);
                    return viewing.view(evaluation);
                });
    }

    private UUID named(String field, String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        UUID employee = employees.named(name).map(Person::employeeId)
                .orElseThrow(() -> invalid(field, "evaluation.parties.unknown"));
        if (caller.employeeIfAny().filter(employee::equals).isPresent()) {
            // Who may name raters names no judge in the own person.
            throw new ProblemException(Problem.FORBIDDEN);
        }
        return employee;
    }

    private static ProblemException invalid(String field, String textKey) {
        return ProblemException.ofFields(Problem.INVALID_INPUT, List.of(new FieldProblem(field, textKey)));
    }
}

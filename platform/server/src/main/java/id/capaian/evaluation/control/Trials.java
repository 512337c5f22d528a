package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.TrialInput;
import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.extension.ParameterForm;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.Period;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Computing with a pack for a trial: as a run does, but nothing is kept. */
final class Trials {

    private Trials() {
    }

    /**
     * What would be frozen.
     *
     * @return empty when the pack has no formula about people
     * @throws ProblemException {@link Problem#INVALID_INPUT} for parameters the pack's own schema refuses
     */
    static Optional<Frozen> frozen(Lease lease, TrialInput input, Period period, Locale locale) {
        List<FieldProblem> problems = ParameterForm.problems(lease.descriptor(), input.parameters(), locale);
        if (!problems.isEmpty()) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT, problems.stream().map(problem ->
                    new FieldProblem("parameters/" + problem.field(), problem.detail())).toList());
        }
        return Bindings.frozen(lease.descriptor(), lease.sha256(), input.parameters(), Subject.PERSON, period);
    }

    /**
     * Computes one.
     *
     * @throws ProblemException {@link Problem#TRIAL_STOPPED} when the pack is too busy or left alone for a while
     */
    static Result computed(Lease lease, Frozen frozen, FormulaInput input) {
        try {
            return Result.of(lease.evaluate(frozen.formulaId(), input));
        } catch (PackFault fault) {
            if (Result.isForLater(fault)) {
                // Figures about some of the people would mislead.
                throw ProblemException.of(Problem.TRIAL_STOPPED, frozen.packId(), frozen.packVersion());
            }
            return Result.of(fault.kind());
        }
    }
}

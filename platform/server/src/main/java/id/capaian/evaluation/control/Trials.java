package id.capaian.evaluation.control;

import id.capaian.evaluation.boundary.TrialInput;
import id.capaian.evaluation.entity.EvaluationRun.Frozen;
import id.capaian.evaluation.entity.Rating;
import id.capaian.evaluation.entity.Suggestion;
import id.capaian.extension.Lease;
import id.capaian.extension.PackFault;
import id.capaian.extension.ParameterForm;
import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.planning.Period;
import id.capaian.plugin.api.FormulaInput;
import id.capaian.plugin.api.LocalizedText;
import id.capaian.plugin.api.Mark;
import id.capaian.plugin.api.Outcome;
import id.capaian.plugin.api.Subject;
import java.math.BigDecimal;
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
            if (fault.kind() == PackFault.Kind.OVERLOADED || fault.kind() == PackFault.Kind.SUSPENDED) {
                // Nobody's own fault: figures about some of the people would mislead.
                throw ProblemException.of(Problem.TRIAL_STOPPED, frozen.packId(), frozen.packVersion());
            }
            return new Result(Suggestion.Outcome.FAULT, null, fault.kind().name());
        }
    }

    /**
     * What came out.
     *
     * @param outcome    null for a fault
     * @param reasonCode why there is no score; null when scored
     */
    record Result(Suggestion.Outcome kind, Outcome outcome, String reasonCode) {

        static Result of(Outcome outcome) {
            if (outcome instanceof Outcome.NotScorable refused) {
                return new Result(Suggestion.Outcome.NOT_SCORABLE, outcome, refused.reason().name());
            }
            Outcome.Scored scored = (Outcome.Scored) outcome;
            return scored.result() == null || scored.behaviour() == null
                    ? new Result(Suggestion.Outcome.FAULT, null, PackFault.Kind.FAILED.name())
                    : new Result(Suggestion.Outcome.SCORED, outcome, null);
        }

        /** Null unless scored. */
        Outcome.Scored scored() {
            return outcome instanceof Outcome.Scored scored ? scored : null;
        }

        /** Null unless it is not scorable. */
        LocalizedText reason() {
            return outcome instanceof Outcome.NotScorable refused ? refused.detail() : null;
        }

        /** Null unless scored. */
        Rating resultRating() {
            return scored() == null ? null : band(scored().result());
        }

        /** Null unless scored. */
        Rating behaviourRating() {
            return scored() == null ? null : band(scored().behaviour());
        }

        private static Rating band(BigDecimal score) {
            return Rating.valueOf(Mark.band(score).name());
        }
    }
}

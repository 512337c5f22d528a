package id.capaian.evaluation.entity;

import id.capaian.kernel.problem.FieldProblem;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Whom an evaluation is about, who rates and who decides an objection: three different people (domain.md 2). */
@Embeddable
public class Parties {

    @Column(name = "employee_id")
    private UUID employeeId;

    @Column(name = "rater_id")
    private UUID raterId;

    @Column(name = "rater_superior_id")
    private UUID raterSuperiorId;

    protected Parties() {
    }

    /**
     * The three.
     *
     * @param raterId         null while the assignment has no rater line; nobody can rate until one is set
     * @param raterSuperiorId null when unknown; then an objection finds nobody to decide it until one is set
     * @throws ProblemException {@link Problem#SELF_RATING} when somebody would judge oneself,
     *         {@link Problem#INVALID_INPUT} when the rater would decide on objections to the own ratings
     */
    public Parties(UUID employeeId, UUID raterId, UUID raterSuperiorId) {
        if (employeeId.equals(raterId) || employeeId.equals(raterSuperiorId)) {
            throw new ProblemException(Problem.SELF_RATING);
        }
        if (raterId != null && raterId.equals(raterSuperiorId)) {
            throw ProblemException.ofFields(Problem.INVALID_INPUT,
                    List.of(new FieldProblem("superior", "evaluation.parties.same")));
        }
        this.employeeId = employeeId;
        this.raterId = raterId;
        this.raterSuperiorId = raterSuperiorId;
    }

    /** The same with others in place of those named; null leaves who is there. */
    Parties with(UUID otherRater, UUID otherSuperior) {
        return new Parties(employeeId, otherRater == null ? raterId : otherRater,
                otherSuperior == null ? raterSuperiorId : otherSuperior);
    }

    /**
     * The same as the master data have it now. Whoever would judge oneself, or rate and decide, is not taken: the one
     * before stays, and where the new rater was the superior, nobody decides until one is named.
     */
    Parties following(UUID raterNow, UUID superiorNow) {
        UUID rater = raterNow == null || raterNow.equals(employeeId) ? raterId : raterNow;
        boolean fit = superiorNow != null && !superiorNow.equals(employeeId) && !superiorNow.equals(rater);
        UUID superior = fit ? superiorNow : raterSuperiorId;
        return new Parties(employeeId, rater, Objects.equals(superior, rater) ? null : superior);
    }

    void requireEmployee(UUID actor) {
        if (!employeeId.equals(actor)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
    }

    void requireRater(UUID actor) {
        requireOther(actor);
        if (!actor.equals(raterId)) {
            throw new ProblemException(Problem.NOT_THE_RATER);
        }
    }

    void requireSuperior(UUID actor) {
        requireOther(actor);
        if (!actor.equals(raterSuperiorId)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
    }

    /** The rater is checked here; that a head heads the unit is for who knows the units. */
    void requireMover(Mover mover, UUID actor) {
        if (mover == Mover.RATER) {
            requireRater(actor);
        } else {
            requireOther(actor);
        }
    }

    /**
     * Who looks over ratings is nobody they are about and did not give them: one's own yes is no second look.
     *
     * @param gave who gave them, whoever is the rater by now
     */
    void requireCalibrator(UUID actor, Set<UUID> gave) {
        requireOther(actor);
        if (actor.equals(raterId) || gave.contains(actor)) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
    }

    private void requireOther(UUID actor) {
        if (employeeId.equals(actor)) {
            throw new ProblemException(Problem.SELF_RATING);
        }
    }

    UUID employeeId() {
        return employeeId;
    }

    UUID raterId() {
        return raterId;
    }

    UUID raterSuperiorId() {
        return raterSuperiorId;
    }
}

package id.capaian.evaluation.entity;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
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
     * @throws ProblemException {@link Problem#SELF_RATING} when somebody would judge oneself
     */
    public Parties(UUID employeeId, UUID raterId, UUID raterSuperiorId) {
        if (employeeId.equals(raterId) || employeeId.equals(raterSuperiorId)) {
            throw new ProblemException(Problem.SELF_RATING);
        }
        this.employeeId = employeeId;
        this.raterId = raterId;
        this.raterSuperiorId = raterSuperiorId;
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

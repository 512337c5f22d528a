package id.capaian.planning.control;

import id.capaian.kernel.identity.Caller;
import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import id.capaian.people.Employees;
import id.capaian.people.Placement;
import id.capaian.people.RaterLink;
import id.capaian.planning.entity.Skp;
import id.capaian.planning.entity.SkpVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Hands out plans to those who may move them; part of the running use case. */
@ApplicationScoped
class PlanDesk {

    private final EntityManager entityManager;
    private final Employees employees;
    private final Caller caller;
    private final Today today;

    PlanDesk() {
        this(null, null, null, null);
    }

    @Inject
    PlanDesk(EntityManager entityManager, Employees employees, Caller caller, Today today) {
        this.entityManager = entityManager;
        this.employees = employees;
        this.caller = caller;
        this.today = today;
    }

    /**
     * The caller's own plan; somebody else's is as good as absent.
     *
     * @throws ProblemException {@link Problem#NOT_FOUND}, {@link Problem#VERSION_STALE}
     */
    Skp own(UUID skpId, long version) {
        Skp skp = find(skpId);
        if (!placement(skp).employeeId().equals(caller.employeeId())) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return unchanged(skp, version);
    }

    /**
     * A plan the caller rates today or, once its span is over, rated on its last day.
     *
     * @throws ProblemException {@link Problem#SELF_RATING}, {@link Problem#NOT_THE_RATER}, {@link Problem#NOT_FOUND},
     *                          {@link Problem#VERSION_STALE}
     */
    Skp rated(UUID skpId, long version) {
        Skp skp = find(skpId);
        UUID employeeId = caller.employeeId();
        if (placement(skp).employeeId().equals(employeeId)) {
            throw new ProblemException(Problem.SELF_RATING);
        }
        if (employees.raterOf(skp.assignmentId(), decidingDay(skp)).map(RaterLink::raterId).filter(employeeId::equals)
                .isEmpty()) {
            throw new ProblemException(Problem.NOT_THE_RATER);
        }
        return unchanged(skp, version);
    }

    private LocalDate decidingDay(Skp skp) {
        LocalDate day = today.date();
        return skp.endsOn().isBefore(day) ? skp.endsOn() : day;
    }

    /** Any plan, for those whose role alone allows it. */
    Skp any(UUID skpId, long version) {
        return unchanged(find(skpId), version);
    }

    private Skp find(UUID skpId) {
        Skp skp = entityManager.find(Skp.class, skpId);
        if (skp == null) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return skp;
    }

    /** Looked at last: whose plan it is does not show by its version. */
    private static Skp unchanged(Skp skp, long version) {
        if (skp.version() != version) {
            throw new ProblemException(Problem.VERSION_STALE);
        }
        return skp;
    }

    Placement placement(Skp skp) {
        return employees.placements(List.of(skp.assignmentId())).get(skp.assignmentId());
    }

    /** The newest version of the content: the draft while one is prepared, else the one in force. */
    SkpVersion newest(Skp skp) {
        return entityManager.createQuery("select v from SkpVersion v where v.skp = :skp order by v.versionNo desc",
                SkpVersion.class).setParameter("skp", skp).setMaxResults(1).getSingleResult();
    }

    /** Stores the move and tells where the plan stands. */
    PlanState moved(Skp skp) {
        entityManager.flush();
        return PlanState.of(skp);
    }
}

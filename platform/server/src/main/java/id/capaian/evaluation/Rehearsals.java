package id.capaian.evaluation;

import id.capaian.evaluation.Scorability.Said;
import id.capaian.evaluation.control.PlayRehearsal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * Lets shadow staff go through a cycle: the plan from the pack's set, values, the formula's suggestion, both ratings,
 * the result told and accepted. Rules, state machines and formulas are the real ones; people, plans and evaluations
 * live in memory alone, so nothing of them can remain.
 */
@ApplicationScoped
public class Rehearsals {

    private final PlayRehearsal play;

    Rehearsals() {
        this(null);
    }

    @Inject
    Rehearsals(PlayRehearsal play) {
        this.play = play;
    }

    /** Acts of a cycle in their order. Texts: {@code readiness.act.<constant>}. */
    public enum Act { PACK, PLAN, SUGGESTION, RATING, ANSWER }

    /** Somebody there is not: where such a person would work, and as what. */
    public record Shadow(UUID unitId, String unitName, String jobFamily) {
    }

    /** A step of the calculation: what it is called, and its value with two decimals. */
    public record Line(Said label, BigDecimal value) {
    }

    /**
     * How one of them fared.
     *
     * @param stoppedAt   the act that failed; null when the cycle was gone through
     * @param code        why; null when it was gone through
     * @param detail      the formula's own words; null when there are none
     * @param predicate   what came out; null when it stopped before
     * @param explanation how the suggestion came about; empty when there was none
     */
    public record Played(Shadow shadow, Act stoppedAt, String code, Said detail, String predicate,
            List<Line> explanation) {

        public Played {
            explanation = List.copyOf(explanation);
        }

        /** Whether that act was gone through. */
        public boolean passed(Act act) {
            return stoppedAt == null || act.compareTo(stoppedAt) < 0;
        }
    }

    /** Why a cycle stops where the pack has no set for the job family: such plans are written by hand. */
    public static final String NO_SET = "NO_SET";
    /** Why it stops where what the set proposes cannot be agreed to. */
    public static final String PLAN_REFUSED = "PLAN_REFUSED";

    /**
     * Plays the cycle in a period. Not to be called inside a use case, since a pack computes without a connection.
     *
     * @return one for each, in the order given
     * @throws id.capaian.kernel.problem.ProblemException NOT_FOUND for an unknown period
     */
    public List<Played> play(UUID periodId, List<Shadow> shadows) {
        return play.play(periodId, shadows);
    }
}

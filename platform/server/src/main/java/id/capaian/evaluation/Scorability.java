package id.capaian.evaluation;

import id.capaian.evaluation.control.AskFormulas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Whom a run would suggest nothing for, and why, from the data as they are now. Asked of the formulas themselves, with
 * the inputs of a run: there is no second rule. Nothing is kept.
 */
@ApplicationScoped
public class Scorability {

    /** Code of who has no pack; all others are the formulas' own, or say what became of the pack. */
    public static final String NO_PACK = "NO_PACK";
    /** Code of who has a pack that does not calculate on this node now. */
    public static final String PACK_NOT_READY = "PACK_NOT_READY";

    private final AskFormulas formulas;

    Scorability() {
        this(null);
    }

    @Inject
    Scorability(AskFormulas formulas) {
        this.formulas = formulas;
    }

    /**
     * Somebody with a plan in force.
     *
     * @param evaluationId null while there is none in the period
     * @param orgUnitId    unit whose pack computes
     */
    public record Candidate(UUID skpId, UUID evaluationId, UUID employeeId, UUID orgUnitId) {
    }

    /** A sentence in both languages. */
    public record Said(String indonesian, String english) {

        /** In the language of that tag; Indonesian for all but English. */
        public String in(String language) {
            return "en".equals(language) ? english : indonesian;
        }
    }

    /**
     * Why there is no suggestion.
     *
     * @param code          reason of the formula, kind of a fault, or one of the constants above
     * @param detail        the formula's own words; null when it was not asked, or failed
     * @param remarks       what was left out on the way, e.g. a value whose quality does not suffice
     * @param waitsForMarks whether nothing is missing but the rater's marks of conduct
     */
    public record Obstacle(Candidate candidate, String code, Said detail, List<Said> remarks, boolean waitsForMarks) {

        public Obstacle {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Those of the candidates who would get no suggestion, in their order: a handful of statements however many they
     * are. Not to be called inside a use case, since a pack computes without a connection.
     *
     * @throws id.capaian.kernel.problem.ProblemException NOT_FOUND for an unknown period
     */
    public List<Obstacle> obstacles(UUID periodId, List<Candidate> candidates) {
        return candidates.isEmpty() ? List.of() : formulas.obstacles(periodId, candidates);
    }
}

package id.capaian.planning;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.util.List;

/** A period does not close, because of work in it that is not done. Whose it is, only the agency reads. */
public class PeriodUnfinished extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient List<Piece> pieces;

    /**
     * Refuses the closing.
     *
     * @param count  how many pieces there are
     * @param pieces the first of them
     */
    public PeriodUnfinished(long count, List<Piece> pieces) {
        super(Problem.EVALUATIONS_UNFINISHED, List.of(count));
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Something that is not done.
     *
     * @param person   name of whose it is
     * @param unit     name of the unit it counts in
     * @param stageKey key of the text that says where it stands
     * @param path     where it is looked after, below the tenant's address
     */
    public record Piece(String person, String unit, String stageKey, String path) {
    }

    /** The first of them; see {@link #count} for how many there are. */
    public List<Piece> pieces() {
        return pieces == null ? List.of() : pieces;
    }

    public long count() {
        return (Long) arguments().get(0);
    }
}

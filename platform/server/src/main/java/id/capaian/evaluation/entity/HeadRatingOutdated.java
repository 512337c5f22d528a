package id.capaian.evaluation.entity;

import id.capaian.kernel.problem.Problem;
import id.capaian.kernel.problem.ProblemException;
import java.util.List;
import java.util.UUID;

/** Somebody who leads a unit is rated otherwise than it achieved. Whom it is about, only who delivers many must be told. */
public class HeadRatingOutdated extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final UUID evaluationId;

    public HeadRatingOutdated(UUID evaluationId) {
        super(Problem.HEAD_RATING_OUTDATED, List.of());
        this.evaluationId = evaluationId;
    }

    public UUID evaluationId() {
        return evaluationId;
    }
}

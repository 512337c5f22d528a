package id.capaian.kernel.crowd;

import id.capaian.kernel.problem.Problem;

/** What became of a request that asked for a place. */
public enum Verdict {

    /** It has a place, which is to be given back. */
    COME_IN(null),
    /** Its own tenant uses all it may. */
    LINE_FULL(Problem.TOO_MANY_REQUESTS),
    /** The node has no room. */
    NODE_FULL(Problem.NODE_FULL);

    private final Problem problem;

    Verdict(Problem problem) {
        this.problem = problem;
    }

    /** What it is told; null when it came in. */
    public Problem problem() {
        return problem;
    }
}

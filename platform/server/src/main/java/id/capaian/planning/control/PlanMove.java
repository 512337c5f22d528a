package id.capaian.planning.control;

/** What people do with a plan as a whole; {@link MovePlan} says what each means. */
public enum PlanMove {
    /** The employee signs the draft and hands it to the rater. */
    SUBMIT(Side.OWNER),
    /** The employee takes a submitted plan back. */
    WITHDRAW(Side.OWNER),
    /** The employee takes up a returned plan. */
    REWORK(Side.OWNER),
    /** The employee asks to change an agreed plan, with a reason. */
    REQUEST_REVISION(Side.OWNER),
    /** The employee gives up a revision; the version in force goes on. */
    CANCEL_REVISION(Side.OWNER),
    /** The rater signs; the submitted content comes into force. */
    APPROVE(Side.RATER),
    /** The rater sends it back and says what to change. */
    RETURN(Side.RATER),
    /** The rater agrees to a revision: the next version is drafted while the one in force goes on. */
    ACCEPT_REVISION(Side.RATER),
    /** The rater refuses a revision, with a reason. */
    REFUSE_REVISION(Side.RATER);

    /** Whose move it is. Nobody makes a rater's move on the own plan. */
    enum Side { OWNER, RATER }

    private final Side side;

    PlanMove(Side side) {
        this.side = side;
    }

    Side side() {
        return side;
    }
}

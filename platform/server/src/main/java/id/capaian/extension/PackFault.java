package id.capaian.extension;

/** A pack did not answer as it should. Nothing was calculated; rating by hand goes on. */
public class PackFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What went wrong. Texts: {@code evaluation.fault.<name>} and {@code evaluation.blocked.<name>}. */
    public enum Kind {
        /** It did not answer in time. */
        TIMEOUT,
        /** It failed. */
        FAILED,
        /** It made more steps than a call may: a loop without end, most likely. */
        WORK,
        /** It took, or asked for, more memory than a call may. */
        MEMORY,
        /** It called itself too deep. */
        RECURSION,
        /** It calculated with a number no score can need. */
        NUMBER,
        /** Its answer is none: of another type, or nothing at all. */
        WRONG_ANSWER,
        /** Too many calls wait already; try again. */
        OVERLOADED,
        /** It failed so often for this tenant, or hangs for all, that it is left alone. */
        SUSPENDED
    }

    public PackFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

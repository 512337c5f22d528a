package id.capaian.extension;

/** A pack did not answer as it should. Nothing was calculated; rating by hand goes on. */
public class PackFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What went wrong. */
    public enum Kind {
        /** It did not answer in time. */
        TIMEOUT,
        /** It failed. */
        FAILED,
        /** Too many calls wait already; try again. */
        OVERLOADED,
        /** It failed so often that it is left alone for a while. */
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

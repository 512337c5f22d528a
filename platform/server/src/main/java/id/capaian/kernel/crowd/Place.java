package id.capaian.kernel.crowd;

/**
 * The place of a request. Work that turns out long gives it back for one of those kept for long work, so that a few long
 * ones leave their tenant places for everything else.
 */
public final class Place {

    private final String line;
    private final Rank rank;
    private final Crowd forLong;
    /** Null when it was given back. */
    private Crowd in;

    /**
     * One that was given, to be given back by {@link #leave}.
     *
     * @param in      has let the request in
     * @param forLong where it may go on with long work
     */
    public Place(Crowd in, String line, Rank rank, Crowd forLong) {
        this.in = in;
        this.line = line;
        this.rank = rank;
        this.forLong = forLong;
    }

    /**
     * What begins now takes long. Waits for a place of that kind as for any other; whoever is refused keeps the one it has,
     * and should end.
     *
     * @return {@link Verdict#COME_IN} a second time, too, and when the place was given back already
     */
    public Verdict goOnWithLongWork() {
        if (in == null || in == forLong) {
            return Verdict.COME_IN;
        }
        Verdict verdict = forLong.enter(line, rank);
        if (verdict == Verdict.COME_IN) {
            in.leave(line);
            in = forLong;
        }
        return verdict;
    }

    /** Gives it back, whichever it is by now. */
    public void leave() {
        in.leave(line);
        in = null;
    }
}

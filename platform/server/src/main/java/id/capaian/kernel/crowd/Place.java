package id.capaian.kernel.crowd;

/**
 * The place of a request. Work that turns out long gives it back for one of those kept for long work, so that a few long
 * ones leave their tenant places for everything else. Who waits for somebody outside while it holds its place keeps it
 * beside the long one, which is free again for others as soon as the work is done.
 */
public final class Place {

    private final String line;
    private final Rank rank;
    private final Crowd forLong;
    private final boolean staysSlow;
    /** Null when it was given back. */
    private Crowd in;
    /** Long work under way, one within the other. */
    private int longWorks;

    /**
     * One that was given, to be given back by {@link #leave}.
     *
     * @param in        has let the request in
     * @param forLong   where it may go on with long work
     * @param staysSlow whether it is kept beside long work
     */
    public Place(Crowd in, String line, Rank rank, Crowd forLong, boolean staysSlow) {
        this.in = in;
        this.line = line;
        this.rank = rank;
        this.forLong = forLong;
        this.staysSlow = staysSlow;
    }

    /**
     * What begins now takes long. Asks for a place of that kind; whoever is refused keeps the one it has, and should end.
     *
     * @return {@link Verdict#COME_IN} also within other long work, and when the place was given back already; then, and
     *         only then, {@link #longWorkIsOver} is to follow
     */
    public Verdict goOnWithLongWork() {
        boolean there = longWorks > 0 || in == null || in == forLong;
        Verdict verdict = there ? Verdict.COME_IN : forLong.enter(line, rank);
        if (verdict != Verdict.COME_IN) {
            return verdict;
        }
        longWorks++;
        if (!there && !staysSlow) {
            in.leave(line);
            in = forLong;
        }
        return verdict;
    }

    /** What took long is over. */
    public void longWorkIsOver() {
        longWorks--;
        if (longWorks == 0 && staysSlow && in != null) {
            forLong.leave(line);
        }
    }

    /** Gives it back, whichever it is by now. */
    public void leave() {
        in.leave(line);
        in = null;
    }
}

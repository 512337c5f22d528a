package id.capaian.kernel.crowd;

/**
 * How large a line is beside others: a government of many people fills its line with a crowd where a small one does not.
 *
 * @param part  the part of all people whom it stands for, 0 to 1: so much of the places it may hold, at least as much as
 *              any line, at most half of them
 * @param turns how many times as often as the smallest line it has its turn, at least 1
 */
public record Size(double part, double turns) {

    /** Of a line that is as large as any. */
    public static final Size LIKE_ANY = new Size(0, 1);

    /** Refuses what is no part and fewer turns than one. */
    public Size {
        if (!(part >= 0 && part <= 1 && turns >= 1)) {
            throw new IllegalArgumentException("Part 0 to 1, turns at least 1: " + part + ", " + turns);
        }
    }
}

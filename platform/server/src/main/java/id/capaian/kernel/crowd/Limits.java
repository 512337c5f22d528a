package id.capaian.kernel.crowd;

import java.time.Duration;

/**
 * How much a node takes on.
 *
 * @param places   requests worked on at once, at least 2
 * @param share    most of them for one line while others come as well and it is quick
 * @param alone    most of them for one line otherwise; fewer than all, so that no line can hold every place
 * @param waiting  requests that wait, all lines together
 * @param line     requests that wait in one line, or as many as is its part of all people
 * @param patience how long each of them waits at most
 */
public record Limits(int places, int share, int alone, int waiting, int line, Duration patience) {

    private static final int PLACES_BY_PROCESSOR = 4;
    private static final int LINES_AT_ONCE = 8;
    private static final int LINES_IN_ROOM = 24;
    private static final int WRITERS = 4;
    /** With those who wait fewer than the container has threads. */
    private static final int MOST_PLACES = 60;

    public Limits {
        if (places < 2 || share < 1 || alone < share || alone >= places || line < 1 || waiting < line
                || patience.isNegative()) {
            throw new IllegalArgumentException("capaian.crowd.*: at least 2 places, a share smaller than that, at least"
                    + " as many waiting in all as in one line (at least 1): " + places + ", " + share + ", " + alone
                    + ", " + waiting + ", " + line + ", " + patience);
        }
    }

    /**
     * Places for a node that was told nothing: four for each processor, so that there is work while some wait for the
     * database; never more than 60. More than these are no faster together and each of them slower (deploy/load).
     */
    public static int places(int processors) {
        return Math.min(MOST_PLACES, PLACES_BY_PROCESSOR * processors);
    }

    /**
     * What one line of quick requests may hold of some places while others come: an eighth, at least 1, which is one for
     * every other processor. With one for each of them a storm leaves the others none that is free (deploy/load).
     */
    public static int share(int places) {
        return Math.max(1, places / LINES_AT_ONCE);
    }

    /** Places a line may hold for its part of all people: that part of them, half at most, rounded half up. */
    public int placesDue(double part) {
        return (int) Math.round(Math.min(places / 2, places * part));
    }

    /** How many of a line may wait for its part of all people before it makes room for others; a few of the smallest. */
    public double roomDue(double part) {
        return Math.max(Math.max(1, waiting / LINES_IN_ROOM), waiting * part);
    }

    /** How many of a rank keep their room from higher ranks: writes a quarter, so that in a rush of readers some are done. */
    int roomOf(Rank rank) {
        return rank == Rank.WRITE ? waiting / WRITERS : 0;
    }

    /** What it may hold otherwise: twice its share, and one less than all at most. */
    public static int alone(int places, int share) {
        return Math.max(share, Math.min(2 * share, places - 1));
    }
}

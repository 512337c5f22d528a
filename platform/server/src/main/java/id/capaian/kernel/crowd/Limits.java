package id.capaian.kernel.crowd;

import java.time.Duration;

/**
 * How much a node takes on.
 *
 * @param places   requests worked on at once, at least 2
 * @param share    most of them for one line; fewer than all, so that no line can hold every place
 * @param waiting  requests that wait, all lines together
 * @param line     requests that wait in one line
 * @param patience how long each of them waits at most
 */
public record Limits(int places, int share, int waiting, int line, Duration patience) {

    private static final int PLACES_BY_PROCESSOR = 4;
    private static final int LINES_AT_ONCE = 4;
    /** With those who wait fewer than the container has threads. */
    private static final int MOST_PLACES = 60;

    public Limits {
        if (places < 2 || share < 1 || share >= places || line < 1 || waiting < line || patience.isNegative()) {
            throw new IllegalArgumentException("capaian.crowd.*: at least 2 places, a share smaller than that, at least"
                    + " as many waiting in all as in one line (at least 1): " + places + ", " + share + ", " + waiting
                    + ", " + line + ", " + patience);
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
     * What one line may hold of some places: a quarter, at least 1. One that asks for more than is left to it is answered as
     * often with a quarter as with half, and its neighbours sooner (deploy/load).
     */
    public static int share(int places) {
        return Math.max(1, places / LINES_AT_ONCE);
    }
}

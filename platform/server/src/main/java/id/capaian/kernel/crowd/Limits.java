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

    private static final int LEAST_PLACES = 4;
    private static final int PLACES_BY_PROCESSOR = 8;

    public Limits {
        if (places < 2 || share < 1 || share >= places || line < 1 || waiting < line || patience.isNegative()) {
            throw new IllegalArgumentException("capaian.crowd.*: at least 2 places, a share smaller than that, at least as"
                    + " many waiting in all as in one line (at least 1): " + places + ", " + share + ", " + waiting + ", "
                    + line + ", " + patience);
        }
    }

    /**
     * Places for a node that was told nothing: as many as tenants have connections, at most eight for each processor,
     * since more of them would only wait inside.
     */
    public static int places(int processors, int connections) {
        return Math.max(LEAST_PLACES, Math.min(connections, PLACES_BY_PROCESSOR * processors));
    }
}

package id.capaian.load;

import id.capaian.local.LocalException;

/**
 * How much every generated plan holds.
 *
 * @param results    goals of a plan
 * @param indicators of all of them together, of each as many; each has a progress entry
 * @param readings   of each indicator
 */
public record PlanSize(int results, int indicators, int readings) {

    /** Ids of two people's never meet while there are no more. */
    static final int MOST = 64;
    static final PlanSize USUAL = new PlanSize(8, 16, 3);

    public PlanSize {
        if (results < 1 || indicators < results || indicators % results != 0 || indicators > MOST || readings < 1
                || readings > MOST) {
            throw new LocalException("A plan has 1 to " + MOST + " results, as many indicators or a multiple, " + MOST
                    + " at most, and 1 to " + MOST + " readings of each.");
        }
    }
}

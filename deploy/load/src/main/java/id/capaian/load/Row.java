package id.capaian.load;

import java.util.Locale;

/**
 * One line of the table of targets (deploy/load/README.md).
 *
 * @param part     the part of the house that measured it, as the command line names it
 * @param what     what was measured, with the size it was measured at
 * @param target   what it should be, in words: "at most 1.8 x floor"
 * @param measured what it was, with its unit, and what it is made of
 * @param met      whether the target was met; null where there is none
 */
public record Row(String part, String what, String target, String measured, Boolean met) {

    private static final String FAILED = "could not be measured";
    private static final int THOUSAND = 1_000;

    /**
     * A figure that should not be larger than another.
     *
     * @param unit   of both, empty for a ratio
     * @param madeOf what the figure consists of, for who reads the table; may be empty
     */
    public static Row atMost(String part, String what, double target, String unit, double figure, String madeOf) {
        return new Row(part, what, "at most " + text(target, unit),
                text(figure, unit) + (madeOf.isEmpty() ? "" : " (" + madeOf + ")"), figure <= target);
    }

    /** A count that should be nought. */
    public static Row none(String part, String what, long count, String of) {
        return new Row(part, what, "0", count + " of " + of, count == 0);
    }

    /** What is told for sizing and has no target. */
    public static Row told(String part, String what, String measured) {
        return new Row(part, what, "none, told", measured, null);
    }

    /** A part that could not be measured. */
    static Row failed(String part, Exception e) {
        return new Row(part, FAILED, "", String.valueOf(e.getMessage()).lines().findFirst().orElse(""), false);
    }

    boolean isFailed() {
        return what.equals(FAILED);
    }

    /** "yes", "NO", or nothing where there is no target. */
    String verdict() {
        return met == null ? "" : met ? "yes" : "NO";
    }

    private static String text(double figure, String unit) {
        return String.format(Locale.ROOT, Math.abs(figure) < THOUSAND ? "%.3g" : "%,.0f", figure)
                + (unit.isEmpty() ? "" : " " + unit);
    }
}

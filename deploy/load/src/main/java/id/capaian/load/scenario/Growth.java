package id.capaian.load.scenario;

import java.util.List;
import java.util.Locale;

/**
 * Whether a size grows: the straight line through its samples by least squares. The first quarter of the samples is
 * left out, in which a server still warms up.
 *
 * @param perHour  how much the line rises in an hour
 * @param noise    twice the standard error of that
 * @param mean     of the samples
 * @param overRun  how much it rises from the first sample looked at to the last
 * @param looks    how many samples the line is drawn through
 */
record Growth(double perHour, double noise, double mean, double overRun, int looks) {

    /** A rise of so small a part of the whole in an hour is none, however straight the line. */
    private static final double NOTHING = 0.01;
    private static final double MOST_NOISE = 0.03;
    private static final int LEAST_SAMPLES = 4;
    private static final int WARMING = 4;
    private static final double SECONDS_AN_HOUR = 3_600;

    /**
     * A sample.
     *
     * @param seconds since the beginning
     */
    record Sample(double seconds, double size) {
    }

    static Growth of(List<Sample> all) {
        List<Sample> samples = all.subList(all.size() / WARMING, all.size());
        if (samples.size() < LEAST_SAMPLES) {
            throw new IllegalArgumentException(LEAST_SAMPLES + " samples after the first quarter are the least");
        }
        double time = samples.stream().mapToDouble(Sample::seconds).average().orElseThrow();
        double size = samples.stream().mapToDouble(Sample::size).average().orElseThrow();
        double spread = samples.stream().mapToDouble(one -> square(one.seconds() - time)).sum();
        double slope = samples.stream().mapToDouble(one -> (one.seconds() - time) * (one.size() - size)).sum() / spread;
        double left = samples.stream()
                .mapToDouble(one -> square(one.size() - size - slope * (one.seconds() - time))).sum();
        double error = Math.sqrt(left / (samples.size() - 2) / spread);
        double length = samples.get(samples.size() - 1).seconds() - samples.get(0).seconds();
        return new Growth(slope * SECONDS_AN_HOUR, 2 * error * SECONDS_AN_HOUR, size, slope * length,
                samples.size());
    }

    private static double square(double x) {
        return x * x;
    }

    /** Shrinking is flat, too; what jumps so much that a rise could hide in it is not. */
    boolean isFlat() {
        return perHour <= Math.max(noise, NOTHING * mean) && noise <= MOST_NOISE * mean;
    }

    /** "812 MB, +3.1 MB an hour, noise 4.2, 30 looks". */
    String text() {
        return String.format(Locale.ROOT,
                "%.0f MB on average, %+.1f MB during the run (%+.1f an hour, noise %.1f, %d looks)", mean, overRun,
                perHour, noise, looks);
    }
}

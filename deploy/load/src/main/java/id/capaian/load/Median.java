package id.capaian.load;

import java.util.Arrays;
import java.util.List;

/** The value in the middle, or halfway between the two there. */
public final class Median {

    private Median() {
    }

    /** Of at least one value. */
    public static double of(List<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The same; the values stay as they are. */
    public static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

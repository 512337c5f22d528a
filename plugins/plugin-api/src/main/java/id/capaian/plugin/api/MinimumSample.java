package id.capaian.plugin.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Table of Krejcie and Morgan as printed in the annex of PermenPANRB 14/2017: how many answers a survey needs. Printed
 * rows are taken as printed; between rows the formula behind the table is used, rounded HALF_UP to whole people:
 * S = 3.841 N 0.25 / (0.05² (N − 1) + 3.841 × 0.25).
 *
 * <p>The last row prints 384 where the formula gives 383; the law's print wins, and nothing above asks for more.
 */
final class MinimumSample {

    /** The sample for any population of 100,000 and more, and for an unknown one. */
    static final long LARGEST = 384;

    private static final long LARGEST_FROM = 100_000;
    private static final BigDecimal CHI_SQUARE_QUARTER = new BigDecimal("0.96025");
    private static final BigDecimal ERROR_SQUARE = new BigDecimal("0.0025");

    private static final int[] POPULATION = {
        10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95,
        100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200, 210, 220, 230, 240, 250, 260, 270,
        280, 290, 300, 320, 340, 360, 380, 400, 420, 440, 460, 480, 500, 550, 600, 650, 700, 750,
        800, 850, 900, 950, 1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700, 1800, 1900, 2000, 2200, 2400, 2600,
        2800, 3000, 3500, 4000, 4500, 5000, 6000, 7000, 8000, 9000, 10000, 15000, 20000, 30000, 40000, 50000, 75000,
    };
    private static final int[] SAMPLE = {
        10, 14, 19, 24, 28, 32, 36, 40, 44, 48, 52, 56, 59, 63, 66, 70, 73, 76,
        80, 86, 92, 97, 103, 108, 113, 118, 123, 127, 132, 136, 140, 144, 148, 152, 155, 159,
        162, 165, 169, 175, 181, 186, 191, 196, 201, 205, 210, 214, 217, 226, 234, 242, 248, 254,
        260, 265, 269, 274, 278, 285, 291, 297, 302, 306, 310, 313, 317, 320, 322, 327, 331, 335,
        338, 341, 346, 351, 354, 357, 361, 364, 367, 368, 370, 375, 377, 379, 380, 381, 382,
    };

    private MinimumSample() {
    }

    /**
     * How many must have answered.
     *
     * @param population how many were served, 0 or more
     * @return at most the population, at least 1
     */
    static long of(long population) {
        if (population < 0) {
            throw new IllegalArgumentException("population must not be negative, is " + population);
        }
        if (population >= LARGEST_FROM) {
            return LARGEST;
        }
        int row = Arrays.binarySearch(POPULATION, (int) population);
        return row >= 0 ? SAMPLE[row] : Math.max(1, computed(population));
    }

    private static long computed(long population) {
        BigDecimal size = BigDecimal.valueOf(population);
        BigDecimal below = ERROR_SQUARE.multiply(size.subtract(BigDecimal.ONE)).add(CHI_SQUARE_QUARTER);
        return CHI_SQUARE_QUARTER.multiply(size).divide(below, 0, RoundingMode.HALF_UP).longValueExact();
    }
}

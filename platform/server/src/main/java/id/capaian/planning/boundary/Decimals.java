package id.capaian.planning.boundary;

import id.capaian.kernel.page.PlainNumber;
import java.math.BigDecimal;

/** Targets as people type them. */
final class Decimals {

    private static final int MOST_DIGITS = 14;
    private static final int MOST_DECIMALS = 4;

    private Decimals() {
    }

    /**
     * A number above 0, read as {@link PlainNumber} reads all numbers people type.
     *
     * @return null when it is none, or does not fit 14 digits and 4 decimals
     */
    static BigDecimal positive(String typed) {
        try {
            BigDecimal number = new BigDecimal(PlainNumber.of(typed.strip()));
            boolean fits = number.scale() <= MOST_DECIMALS && number.precision() - number.scale() <= MOST_DIGITS;
            return fits && number.signum() > 0 ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
